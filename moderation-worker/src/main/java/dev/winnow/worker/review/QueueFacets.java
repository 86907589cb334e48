package dev.winnow.worker.review;

import com.mongodb.client.model.Projections;
import dev.winnow.events.Status;
import dev.winnow.worker.review.ReviewItem.Field;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * How what stands there falls apart: by site, article, signal, language and age, each counted under all other filters, so
 * that one sees what another choice would bring. It counts the first {@value #MOST} comments in the order of the desk, and
 * says when there are more; without a search the store is asked once in some seconds, however many desks ask.
 */
@Component
class QueueFacets {

    /** How many comments are counted at most. */
    static final int MOST = 10_000;

    private static final int MOST_VALUES = 30;
    private static final int MOST_KNOWN = 50;
    private static final Duration GOOD_FOR = Duration.ofSeconds(5);
    private static final Set<Status> WAITING = Set.of(Status.FLAGGED, Status.PENDING);

    private final ReviewItems items;

    /** Without words to search, of which there are few: by statuses and sites. */
    private final Map<ReviewFilter, Mono<List<Row>>> known = new ConcurrentHashMap<>();

    QueueFacets(ReviewItems items) {
        this.items = items;
    }

    /** What the comments that a filter asks for fall apart into. */
    Mono<Facets> of(ReviewFilter filter) {
        var broad = filter.broad();
        if (known.size() > MOST_KNOWN) {
            known.clear();
        }
        var rows = filter.words() == null
                ? known.computeIfAbsent(
                        broad, b -> rows(b).cache(r -> GOOD_FOR, e -> Duration.ZERO, () -> Duration.ZERO))
                : rows(broad);
        return rows.map(found -> facets(found, filter, Instant.now()));
    }

    private Mono<List<Row>> rows(ReviewFilter broad) {
        var order = WAITING.containsAll(broad.statuses()) ? Order.URGENT : Order.NEWEST;
        return items.rows(broad, order, MOST + 1).collectList();
    }

    static Facets facets(List<Row> found, ReviewFilter filter, Instant now) {
        var more = found.size() > MOST;
        var rows = more ? found.subList(0, MOST) : found;
        Predicate<Row> site = r -> filter.site() == null || filter.site().equals(r.site);
        Predicate<Row> article =
                r -> filter.article() == null || filter.article().equals(r.article);
        Predicate<Row> author = r -> filter.author() == null || r.authors.contains(filter.author());
        Predicate<Row> signal = r -> filter.signal() == null || r.signals.contains(filter.signal());
        Predicate<Row> language =
                r -> filter.language() == null || filter.language().word().equals(r.language);
        Predicate<Row> age = r -> filter.age() == null || filter.age() == Age.of(r.changedAt, now);
        return new Facets(
                rows.stream()
                        .filter(site.and(article)
                                .and(author)
                                .and(signal)
                                .and(language)
                                .and(age))
                        .count(),
                more,
                counts(rows, article.and(author).and(signal).and(language).and(age), r -> Stream.of(r.site)),
                counts(rows, site.and(author).and(signal).and(language).and(age), r -> Stream.of(r.article)),
                counts(rows, site.and(article).and(author).and(language).and(age), r -> r.signals.stream()),
                counts(rows, site.and(article).and(author).and(signal).and(age), r -> Stream.of(r.language)),
                counts(
                        rows,
                        site.and(article).and(author).and(signal).and(language),
                        r -> Stream.of(Age.of(r.changedAt, now).word())));
    }

    private static List<Count> counts(List<Row> rows, Predicate<Row> wanted, Function<Row, Stream<String>> values) {
        var counts = new LinkedHashMap<String, Long>();
        rows.stream().filter(wanted).flatMap(values).forEach(value -> counts.merge(value, 1L, Long::sum));
        return counts.entrySet().stream()
                .map(e -> new Count(e.getKey(), e.getValue()))
                .sorted(Comparator.comparing(Count::comments).reversed().thenComparing(Count::value))
                .limit(MOST_VALUES)
                .toList();
    }

    /** What is counted of a comment. */
    record Row(
            String site,
            String article,
            List<String> authors,
            List<String> signals,
            String language,
            Instant changedAt) {

        static final Bson FIELDS = Projections.include(
                Field.SITE, Field.ARTICLE, Field.AUTHORS, Field.SIGNALS, Field.LANGUAGE, Field.CHANGED_AT);

        static Row of(Document document) {
            return new Row(
                    document.getString(Field.SITE),
                    document.getString(Field.ARTICLE),
                    document.getList(Field.AUTHORS, String.class),
                    document.getList(Field.SIGNALS, String.class),
                    document.getString(Field.LANGUAGE),
                    document.get(Field.CHANGED_AT, Date.class).toInstant());
        }
    }

    /**
     * The counts.
     *
     * @param total how many pass all filters, of those that were counted
     * @param more whether more stand there than were counted
     */
    record Facets(
            long total,
            boolean more,
            List<Count> sites,
            List<Count> articles,
            List<Count> signals,
            List<Count> languages,
            List<Count> ages) {}

    /** How many comments have a value. */
    record Count(String value, long comments) {}
}
