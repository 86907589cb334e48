package dev.winnow.worker.review;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import com.mongodb.MongoExecutionTimeoutException;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.DeleteOneModel;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.WriteModel;
import com.mongodb.reactivestreams.client.MongoCollection;
import dev.winnow.events.Status;
import dev.winnow.worker.problems.Problem;
import dev.winnow.worker.review.ActStore.Target;
import dev.winnow.worker.review.ReviewItem.Field;
import dev.winnow.worker.signin.Reach;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.springframework.data.mongodb.ReactiveMongoDatabaseFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The view's collection in MongoDB. Whatever is asked of it ends in a problem within the store's timeout when the store
 * is away.
 */
@Component
class ReviewItems {

    private static final Duration FIRST_LOOK = Duration.ofMillis(10);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(250);

    private static final List<IndexModel> INDEXES = Stream.of(
                    List.of(Field.STATUS, Field.DUE),
                    List.of(Field.STATUS, Field.SUBMITTED_AT),
                    List.of(Field.STATUS, Field.SIGNALS, Field.DUE),
                    List.of(Field.SITE, Field.STATUS, Field.DUE),
                    List.of(Field.SITE, Field.STATUS, Field.SUBMITTED_AT),
                    List.of(Field.SITE, Field.ARTICLE, Field.STATUS, Field.DUE),
                    List.of(Field.SITE, Field.ARTICLE, Field.STATUS, Field.SUBMITTED_AT),
                    List.of(Field.SITE, Field.ARTICLE, Field.PARENT, Field.SUBMITTED_AT),
                    List.of(Field.AUTHORS, Field.SUBMITTED_AT),
                    List.of(Field.COPIES, Field.STATUS),
                    List.of(Field.SITE, Field.SIGNALS, Field.SUBMITTED_AT))
            .map(ReviewItems::index)
            .toList();

    private final ReactiveMongoDatabaseFactory databases;
    private final ViewSettings settings;

    ReviewItems(ReactiveMongoDatabaseFactory databases, ViewSettings settings) {
        this.databases = databases;
        this.settings = settings;
    }

    /** One comment; empty if there is none of this id. */
    Mono<ReviewItem> find(String id) {
        return asked(items -> items.find(eq(Field.ID, id)).limit(1)).next().map(ReviewItem::of);
    }

    /**
     * One comment as soon as it is what is waited for; empty if it is not in time. A store that is away meanwhile is waited
     * for too.
     */
    Mono<ReviewItem> await(String id, Predicate<ReviewItem> wanted, Duration atMost) {
        return Mono.defer(() -> find(id))
                .onErrorResume(e -> Mono.empty())
                .filter(wanted)
                .repeatWhenEmpty(looks -> looks.concatMap(n -> Mono.delay(pause(n))))
                .timeout(atMost, Mono.empty());
    }

    private static Duration pause(long look) {
        var pause = FIRST_LOOK.multipliedBy(1L << Math.min(look, 6));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }

    /** Those of the comments that are in the view, by id. */
    Mono<Map<String, ReviewItem>> find(Collection<String> ids) {
        return asked(items -> items.find(in(Field.ID, ids))).map(ReviewItem::of).collectMap(ReviewItem::id);
    }

    /** One page of comments, in the order asked for. */
    Flux<ReviewItem> page(ReviewQuery query) {
        var filter = query.filter();
        var asked = filter.asked(Instant.now());
        var after = query.after();
        var wanted = after == null ? asked : and(asked, query.order().beyond(after));
        return searched(
                        filter,
                        items -> items.find(wanted)
                                .sort(query.order().sort())
                                .limit(query.limit())
                                .maxTime(settings.searchTimeout().toMillis(), TimeUnit.MILLISECONDS))
                .map(ReviewItem::of);
    }

    /** A site's newest comments since a moment, all or those with a signal; newest first. */
    Flux<ReviewItem> newest(String site, @Nullable String signal, Instant since, int most) {
        var ofSite = and(eq(Field.SITE, site), gte(Field.SUBMITTED_AT, Date.from(since)));
        return some(signal == null ? ofSite : and(ofSite, eq(Field.SIGNALS, signal)), Order.NEWEST.sort(), most);
    }

    /** Those that a filter asks for, as an act names them, the most urgent first. */
    Flux<Target> targets(ReviewFilter filter, int most) {
        return searched(
                        filter,
                        items -> items.find(filter.asked(Instant.now()))
                                .projection(Projections.include(Field.REVISION))
                                .sort(Order.URGENT.sort())
                                .limit(most)
                                .maxTime(settings.searchTimeout().toMillis(), TimeUnit.MILLISECONDS))
                .map(d -> new Target(d.getString(Field.ID), d.getLong(Field.REVISION)));
    }

    /** Some comments, in an order that an index has. */
    Flux<ReviewItem> some(Bson wanted, Bson order, int most) {
        return asked(items -> items.find(wanted).sort(order).limit(most)).map(ReviewItem::of);
    }

    /** What stands there, for its facets: the most urgent, or of what does not wait the newest. */
    Flux<QueueFacets.Row> rows(ReviewFilter filter, Order order, int most) {
        return searched(
                        filter,
                        items -> items.find(filter.asked(Instant.now()))
                                .projection(QueueFacets.Row.FIELDS)
                                .sort(order.sort())
                                .limit(most)
                                .maxTime(settings.searchTimeout().toMillis(), TimeUnit.MILLISECONDS))
                .map(QueueFacets.Row::of);
    }

    /** How many comments of those sites stand there. */
    Mono<Long> count(Status status, Reach reach) {
        var there = eq(Field.STATUS, status.word());
        var only = reach.only();
        return asked(items -> items.countDocuments(only == null ? there : and(in(Field.SITE, only), there)))
                .single();
    }

    /** When the comment of those sites that has stood there longest came in; empty when none stands there. */
    Mono<Instant> oldest(Status status, Reach reach) {
        var there = eq(Field.STATUS, status.word());
        var only = reach.only();
        return asked(items -> items.find(only == null ? there : and(in(Field.SITE, only), there))
                        .projection(Projections.include(Field.SUBMITTED_AT))
                        .sort(Order.OLDEST.sort())
                        .limit(1))
                .next()
                .map(document -> document.getDate(Field.SUBMITTED_AT).toInstant());
    }

    /**
     * Writes comments, unless the store has a later revision of them by now, and erases others.
     *
     * @return how many were older than what the store has
     */
    Mono<Integer> write(Collection<ReviewItem> items, Collection<String> erased) {
        var writes = new ArrayList<WriteModel<Document>>();
        items.forEach(item -> writes.add(new ReplaceOneModel<>(
                and(eq(Field.ID, item.id()), lte(Field.REVISION, item.revision())),
                item.document(),
                new ReplaceOptions().upsert(true))));
        erased.forEach(id -> writes.add(new DeleteOneModel<>(eq(Field.ID, id))));
        if (writes.isEmpty()) {
            return Mono.just(0);
        }
        var options = new BulkWriteOptions().ordered(false);
        return collection()
                .flatMap(collection -> Mono.from(collection.bulkWrite(writes, options)))
                .map(result -> 0)
                .onErrorResume(MongoBulkWriteException.class, ReviewItems::older);
    }

    /** Creates the indexes that are missing. */
    Mono<Void> ensureIndexes() {
        return collection()
                .flatMapMany(collection -> collection.createIndexes(INDEXES))
                .then();
    }

    /** A later revision has the id already: not writing this one is what was wanted. */
    private static Mono<Integer> older(MongoBulkWriteException e) {
        var allOlder = e.getWriteConcernError() == null
                && e.getWriteErrors().stream().allMatch(w -> w.getCategory() == ErrorCategory.DUPLICATE_KEY);
        return allOlder ? Mono.just(e.getWriteErrors().size()) : Mono.error(e);
    }

    private static IndexModel index(List<String> fields) {
        return new IndexModel(Indexes.compoundIndex(Indexes.ascending(fields), Indexes.ascending(Field.ID)));
    }

    private Mono<MongoCollection<Document>> collection() {
        return databases.getMongoDatabase().map(database -> database.getCollection(settings.collection()));
    }

    private <T> Flux<T> asked(Function<MongoCollection<Document>, Publisher<T>> question) {
        return collection()
                .flatMapMany(question)
                .timeout(settings.storeTimeout())
                .onErrorMap(e -> e instanceof MongoException || e instanceof TimeoutException, e -> away());
    }

    /** A search has to read what it passes over: it may take longer than a look into an index, but not for ever. */
    private <T> Flux<T> searched(ReviewFilter filter, Function<MongoCollection<Document>, Publisher<T>> question) {
        if (filter.words() == null) {
            return asked(question);
        }
        return collection()
                .flatMapMany(question)
                .timeout(settings.searchTimeout())
                .onErrorMap(
                        e -> e instanceof MongoExecutionTimeoutException || e instanceof TimeoutException,
                        e -> tooBroad())
                .onErrorMap(MongoException.class, e -> away());
    }

    private static Throwable tooBroad() {
        return Problem.invalid("q", "be searched in less: name a site, an article, an author or an age too")
                .asException();
    }

    private static Throwable away() {
        return Problem.unavailable("The desk's store cannot be reached.", Duration.ofSeconds(5))
                .asException();
    }
}
