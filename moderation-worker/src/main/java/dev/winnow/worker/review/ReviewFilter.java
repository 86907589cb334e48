package dev.winnow.worker.review;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.regex;

import dev.winnow.events.Status;
import dev.winnow.worker.review.ReviewItem.Field;
import dev.winnow.worker.signin.Reach;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.Set;
import java.util.regex.Pattern;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * Which comments are asked for; null asks for all.
 *
 * @param statuses where they stand
 * @param reach of the sites that whoever asks works for
 * @param site of which site
 * @param article of which article
 * @param author of which author, by one of {@link SearchKeys#authors}
 * @param signal with which signal
 * @param language written in what
 * @param age standing there for how long
 * @param words what their text or their author's name holds
 */
record ReviewFilter(
        Set<Status> statuses,
        Reach reach,
        @Nullable String site,
        @Nullable String article,
        @Nullable String author,
        @Nullable String signal,
        @Nullable Language language,
        @Nullable Age age,
        @Nullable String words) {

    /** The same of all sites, articles and the rest: by where they stand and what they hold only. */
    ReviewFilter broad() {
        return new ReviewFilter(statuses, reach, null, null, null, null, null, null, words);
    }

    /** As the store is asked. */
    Bson asked(Instant now) {
        var parts = new ArrayList<Bson>();
        add(parts, Field.SITE, site);
        var only = reach.only();
        if (only != null) {
            parts.add(in(Field.SITE, only));
        }
        add(parts, Field.ARTICLE, article);
        parts.add(in(Field.STATUS, statuses.stream().map(Status::word).toList()));
        add(parts, Field.AUTHORS, author);
        add(parts, Field.SIGNALS, signal);
        add(parts, Field.LANGUAGE, language == null ? null : language.word());
        if (age != null) {
            parts.add(gt(Field.CHANGED_AT, Date.from(age.after(now))));
            parts.add(lte(Field.CHANGED_AT, Date.from(age.until(now))));
        }
        if (words != null) {
            parts.add(regex(Field.WORDS, Pattern.quote(SearchKeys.folded(words))));
        }
        return and(parts);
    }

    private static void add(ArrayList<Bson> parts, String field, @Nullable String value) {
        if (value != null) {
            parts.add(eq(field, value));
        }
    }
}
