package dev.winnow.worker.review;

import dev.winnow.events.Decision;
import dev.winnow.events.EventJson;
import dev.winnow.events.ModeratedComment;
import dev.winnow.events.Status;
import dev.winnow.worker.audit.CommentExcerpts;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * One comment in the view.
 *
 * @param event the comment as it stands
 * @param json the same as the topic has it, with whatever fields a newer release put there
 * @param since the earliest revision known to have had this text and this ruling: who saw it, or a later one, decides on
 *     what is still so
 * @param reach how many comments its article had when the view last wrote it
 */
record ReviewItem(ModeratedComment event, String json, long since, long reach) {

    /** How many characters tell which comment it is. */
    private static final int EXCERPT = 160;

    /** What becomes of a comment's place in the view when an event comes in; the event counts unless it is older. */
    static ReviewItem next(@Nullable ReviewItem known, ModeratedComment event, String json) {
        if (known == null) {
            return new ReviewItem(event, json, event.revision(), 0);
        }
        if (known.revision() > event.revision()) {
            return known;
        }
        var since = sameToDecide(known.event, event) ? known.since : event.revision();
        return new ReviewItem(event, json, since, known.reach);
    }

    private static boolean sameToDecide(ModeratedComment a, ModeratedComment b) {
        return a.textPosition() == b.textPosition()
                && a.rulingPosition() == b.rulingPosition()
                && (a.status() == Status.WITHDRAWN) == (b.status() == Status.WITHDRAWN);
    }

    /** The comment whose place a document is. */
    static ReviewItem of(Document document) {
        var json = document.getString(Field.EVENT);
        return new ReviewItem(
                EventJson.MAPPER.readValue(json, ModeratedComment.class),
                json,
                document.getLong(Field.SINCE),
                document.getLong(Field.REACH));
    }

    /** The same in an article of so many comments. */
    ReviewItem reaching(long comments) {
        return new ReviewItem(event, json, since, comments);
    }

    /** When it is due. */
    Instant due() {
        return Urgency.due(event, reach);
    }

    /** What the store keeps: the event, and beside it what is asked for. */
    Document document() {
        var comment = event.comment();
        return new Document(Field.ID, event.id())
                .append(Field.SITE, comment.site())
                .append(Field.ARTICLE, comment.article())
                .append(Field.STATUS, event.status().word())
                .append(Field.SUBMITTED_AT, Date.from(comment.submittedAt()))
                .append(Field.CHANGED_AT, Date.from(event.changedAt()))
                .append(Field.DUE, Date.from(due()))
                .append(Field.AUTHORS, SearchKeys.authors(comment))
                .append(Field.SIGNALS, SearchKeys.signals(event))
                .append(Field.LANGUAGE, Language.of(comment.text()).word())
                .append(Field.WORDS, SearchKeys.words(comment))
                .append(Field.PARENT, comment.parentId())
                .append(Field.COPIES, NearCopies.keys(comment.text()))
                .append(Field.REACH, reach)
                .append(Field.REVISION, event.revision())
                .append(Field.SINCE, since)
                .append(Field.EVENT, json);
    }

    String id() {
        return event.id();
    }

    long revision() {
        return event.revision();
    }

    /** The comment in short. */
    CommentExcerpts.Excerpt excerpt() {
        var text = event.comment().text();
        var end = text.offsetByCodePoints(0, Math.min(EXCERPT, text.codePointCount(0, text.length())));
        return new CommentExcerpts.Excerpt(event.comment().author().name(), text.substring(0, end));
    }

    /** What became of a decision, if it has been taken. */
    Optional<Decision> decision(String decisionId) {
        return event.decisions().stream().filter(d -> d.id().equals(decisionId)).findFirst();
    }

    /** The names of a document's fields. */
    static final class Field {
        static final String ID = "_id";
        static final String SITE = "site";
        static final String ARTICLE = "article";
        static final String STATUS = "status";
        static final String SUBMITTED_AT = "submittedAt";
        static final String CHANGED_AT = "changedAt";
        static final String DUE = "due";
        static final String AUTHORS = "authors";
        static final String SIGNALS = "signals";
        static final String LANGUAGE = "language";
        static final String WORDS = "words";
        static final String PARENT = "parent";
        static final String COPIES = "copies";
        static final String REACH = "reach";
        static final String REVISION = "revision";
        static final String SINCE = "since";
        static final String EVENT = "event";

        private Field() {}
    }
}
