package dev.winnow.articles.thread;

import static dev.winnow.articles.thread.CommentDocument.ID;
import static dev.winnow.articles.thread.CommentDocument.OFFSET;
import static dev.winnow.articles.thread.CommentDocument.PARTITION;
import static dev.winnow.articles.thread.CommentDocument.STATUS;
import static dev.winnow.articles.thread.CommentDocument.SUBMITTED_AT;
import static dev.winnow.articles.thread.CommentDocument.THREAD;

import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.winnow.articles.kafka.Positions;
import dev.winnow.articles.store.StoreReads;
import dev.winnow.events.Status;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads threads from MongoDB. Every read ends within a bounded time, with an answer or with an error. */
@Component
public final class CommentStore {

    /** The collection's name. */
    public static final String COLLECTION = CommentDocument.COLLECTION;

    private final MongoCollection<Document> comments;
    private final StoreReads reads;

    CommentStore(MongoDatabase database, StoreReads reads) {
        this.comments = database.getCollection(CommentDocument.COLLECTION);
        this.reads = reads;
    }

    /** A thread's approved comments, in no order, at most so many. */
    public Mono<List<PublicComment>> approved(ThreadKey thread, int most) {
        return reads.bounded(Flux.from(comments.find(approvedOf(thread)).limit(most))
                .map(CommentDocument::comment)
                .collectList());
    }

    /** A page of a thread that is too large to be read whole. */
    public Mono<ThreadPage> page(ThreadKey thread, PageQuery query) {
        var wanted = Flux.from(comments.find(behind(thread, query))
                        .sort(
                                query.order() == Order.OLDEST
                                        ? Sorts.ascending(SUBMITTED_AT, ID)
                                        : Sorts.descending(SUBMITTED_AT, ID))
                        .limit(query.limit() + 1))
                .map(CommentDocument::comment)
                .collectList();
        var total = Mono.from(comments.countDocuments(approvedOf(thread)));
        return reads.bounded(Mono.zip(wanted, total, (found, all) -> {
            var more = found.size() > query.limit();
            return ThreadPage.of(more ? found.subList(0, query.limit()) : found, more, all);
        }));
    }

    private static Bson behind(ThreadKey thread, PageQuery query) {
        var after = query.after();
        if (after == null) {
            return approvedOf(thread);
        }
        var time = Date.from(after.submittedAt());
        var beyond = query.order() == Order.OLDEST
                ? Filters.or(
                        Filters.gt(SUBMITTED_AT, time),
                        Filters.and(Filters.eq(SUBMITTED_AT, time), Filters.gt(ID, after.id())))
                : Filters.or(
                        Filters.lt(SUBMITTED_AT, time),
                        Filters.and(Filters.eq(SUBMITTED_AT, time), Filters.lt(ID, after.id())));
        return Filters.and(approvedOf(thread), beyond);
    }

    /** One comment as it stands; empty when nobody knows it. */
    public Mono<CommentChange> comment(String id) {
        return reads.bounded(
                Mono.from(comments.find(Filters.eq(ID, id)).first()).map(CommentDocument::change));
    }

    /** What changed in a thread at and behind these positions, in no order, at most so many. */
    public Mono<List<CommentChange>> since(ThreadKey thread, Positions positions, int partitions, int most) {
        var later = IntStream.range(0, partitions)
                .mapToObj(p -> Filters.and(Filters.eq(PARTITION, p), Filters.gte(OFFSET, positions.at(p))))
                .toList();
        return reads.bounded(Flux.from(comments.find(Filters.and(Filters.eq(THREAD, thread.value()), Filters.or(later)))
                        .limit(most))
                .map(CommentDocument::change)
                .collectList());
    }

    /** How many approved comments each of these threads has, by {@link ThreadKey#value()}; none is not named. */
    public Mono<Map<String, Long>> counts(Collection<ThreadKey> threads) {
        var names = threads.stream().map(ThreadKey::value).toList();
        var pipeline = List.of(
                Aggregates.match(Filters.and(Filters.in(THREAD, names), Filters.eq(STATUS, Status.APPROVED.word()))),
                Aggregates.group("$" + THREAD, Accumulators.sum("count", 1L)));
        return reads.bounded(Flux.from(comments.aggregate(pipeline))
                .collectMap(
                        found -> found.getString(ID),
                        found -> ((Number) Objects.requireNonNull(found.get("count"))).longValue()));
    }

    private static Bson approvedOf(ThreadKey thread) {
        return Filters.and(Filters.eq(THREAD, thread.value()), Filters.eq(STATUS, Status.APPROVED.word()));
    }
}
