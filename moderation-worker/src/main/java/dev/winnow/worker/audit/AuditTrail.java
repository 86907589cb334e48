package dev.winnow.worker.audit;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import com.mongodb.client.model.CountOptions;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.FindPublisher;
import com.mongodb.reactivestreams.client.MongoCollection;
import dev.winnow.events.ModeratedComment;
import dev.winnow.worker.problems.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.ReactiveMongoDatabaseFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The audit's collection in MongoDB. Entries are only ever added, each under an id of its own, so that an event which is
 * written again adds nothing; of an erased comment the notes are taken away, as they may quote it.
 */
@Component
public class AuditTrail {

    private static final Bson NEWEST_FIRST = Sorts.descending(AuditDocument.AT, AuditDocument.ID);
    private static final int EXPORT_BATCH = 500;

    /** Each filter that narrows much comes first in one, and all give the order of a page. */
    private static final List<IndexModel> INDEXES = List.of(
            index(),
            index(AuditDocument.KIND),
            index(AuditDocument.SITE, AuditDocument.KIND),
            index(AuditDocument.KIND, AuditDocument.ACTION),
            index(AuditDocument.BY),
            index(AuditDocument.OVERTURNS_KIND),
            index(AuditDocument.COMMENT));

    private final ReactiveMongoDatabaseFactory databases;
    private final AuditSettings settings;

    AuditTrail(ReactiveMongoDatabaseFactory databases, AuditSettings settings) {
        this.databases = databases;
        this.settings = settings;
    }

    /** Adds the decisions that these events tell of, as far as they are not there yet. Says how many were looked at. */
    public Mono<Integer> append(Collection<ModeratedComment> events) {
        var documents = new LinkedHashMap<String, Document>();
        events.stream()
                .flatMap(event -> AuditEntry.of(event).stream())
                .forEach(entry -> documents.putIfAbsent(entry.id(), AuditDocument.of(entry)));
        if (documents.isEmpty()) {
            return Mono.just(0);
        }
        var options = new InsertManyOptions().ordered(false);
        return collection()
                .flatMap(c -> Mono.from(c.insertMany(List.copyOf(documents.values()), options)))
                .then()
                .onErrorResume(MongoBulkWriteException.class, AuditTrail::thereAlready)
                .thenReturn(documents.size());
    }

    /** Takes away what was noted about comments that are erased. Says how many comments those were. */
    public Mono<Integer> forget(Collection<String> comments) {
        if (comments.isEmpty()) {
            return Mono.just(0);
        }
        return collection()
                .flatMap(c ->
                        Mono.from(c.updateMany(in(AuditDocument.COMMENT, comments), Updates.unset(AuditDocument.NOTE))))
                .thenReturn(comments.size());
    }

    /** One page, newest first. */
    Flux<AuditEntry> page(AuditQuery query) {
        return answeredInTime(place(query)
                        .flatMapMany(filter -> found(filter)
                                .flatMapMany(f -> f.limit(query.limit()).batchSize(query.limit()))))
                .map(AuditDocument::entry);
    }

    /** All that is asked for, newest first, as fast as it is read: only a few entries are in memory at any time. */
    Flux<AuditEntry> all(AuditQuery query) {
        return found(filter(query))
                .flatMapMany(f -> Flux.from(f.batchSize(EXPORT_BATCH)))
                .map(AuditDocument::entry)
                .onErrorMap(MongoException.class, e -> away());
    }

    /** How many entries there are of those. */
    Mono<Long> count(Bson filter, CountOptions options) {
        return answeredInTime(collection().flatMapMany(c -> c.countDocuments(filter, options)))
                .single();
    }

    /** What an aggregation makes of the entries. */
    Flux<Document> grouped(List<Bson> stages) {
        return answeredInTime(collection().flatMapMany(c -> c.aggregate(stages)));
    }

    /** Creates the indexes that are missing. */
    public Mono<Void> ensureIndexes() {
        return collection().flatMapMany(c -> c.createIndexes(INDEXES)).then();
    }

    private Mono<FindPublisher<Document>> found(Bson filter) {
        return collection().map(c -> c.find(filter).sort(NEWEST_FIRST));
    }

    /** The filter of a page: beyond the entry that the page before ended with. */
    private Mono<Bson> place(AuditQuery query) {
        var after = query.after();
        if (after == null) {
            return Mono.just(filter(query));
        }
        return collection()
                .flatMap(c -> Mono.from(c.find(eq(AuditDocument.ID, after)).limit(1)))
                .switchIfEmpty(Mono.error(() -> Problem.invalid("after", "be what an earlier answer gave as next")
                        .asException()))
                .map(last -> and(filter(query), beyond(last.getDate(AuditDocument.AT), after)));
    }

    private static Bson beyond(Date at, String id) {
        return and(lte(AuditDocument.AT, at), or(lt(AuditDocument.AT, at), lt(AuditDocument.ID, id)));
    }

    private static Bson filter(AuditQuery query) {
        var parts = new ArrayList<Bson>();
        add(parts, AuditDocument.BY, query.by());
        add(parts, AuditDocument.KIND, query.kind());
        add(parts, AuditDocument.SITE, query.site());
        add(parts, AuditDocument.ACTION, query.action());
        add(parts, AuditDocument.COMMENT, query.comment());
        var only = query.reach().only();
        if (only != null) {
            parts.add(in(AuditDocument.SITE, only));
        }
        parts.add(gte(AuditDocument.AT, Date.from(query.from() == null ? Instant.EPOCH : query.from())));
        if (query.to() != null) {
            parts.add(lt(AuditDocument.AT, Date.from(query.to())));
        }
        return and(parts);
    }

    private static void add(List<Bson> parts, String field, @Nullable String value) {
        if (value != null) {
            parts.add(eq(field, value));
        }
    }

    private static IndexModel index(String... fields) {
        var all = new ArrayList<>(List.of(fields));
        return new IndexModel(
                Indexes.compoundIndex(Indexes.ascending(all), Indexes.descending(AuditDocument.AT, AuditDocument.ID)));
    }

    private Mono<MongoCollection<Document>> collection() {
        return databases.getMongoDatabase().map(database -> database.getCollection(settings.collection()));
    }

    private <T> Flux<T> answeredInTime(Flux<T> answer) {
        return answer.timeout(settings.storeTimeout())
                .onErrorMap(e -> e instanceof MongoException || e instanceof TimeoutException, e -> away());
    }

    /** That an entry is there already is what was wanted. */
    private static Mono<Void> thereAlready(MongoBulkWriteException e) {
        var allThere = e.getWriteConcernError() == null
                && e.getWriteErrors().stream()
                        .allMatch(w -> ErrorCategory.fromErrorCode(w.getCode()) == ErrorCategory.DUPLICATE_KEY);
        return allThere ? Mono.empty() : Mono.error(e);
    }

    private static Throwable away() {
        return Problem.unavailable("The desk's store cannot be reached.", Duration.ofSeconds(5))
                .asException();
    }
}
