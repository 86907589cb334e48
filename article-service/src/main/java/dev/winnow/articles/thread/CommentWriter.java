package dev.winnow.articles.thread;

import static dev.winnow.articles.thread.CommentDocument.ID;
import static dev.winnow.articles.thread.CommentDocument.OFFSET;
import static dev.winnow.articles.thread.CommentDocument.PARTITION;
import static dev.winnow.articles.thread.CommentDocument.REVISION;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.WriteModel;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Writes the newest state of comments. A state replaces only an older one: what is there is read first, and replaced
 * only if it still is what was read. Whoever lost such a race looks again. So it may be done twice, late, and by two
 * instances at once, and every filter is one that an index answers.
 */
@Component
class CommentWriter {

    private static final int DUPLICATE_KEY = 11000;
    private static final int ROUNDS = 5;
    private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);

    private final MongoCollection<Document> comments;

    CommentWriter(MongoDatabase database) {
        this.comments = database.getCollection(CommentDocument.COLLECTION);
    }

    /** Writes the newest change of each comment. */
    Mono<Void> write(Map<String, Change> newest) {
        var changes = new ArrayList<CommentChange>();
        var erased = new ArrayList<String>();
        for (var change : newest.values()) {
            if (change instanceof CommentChange comment) {
                changes.add(comment);
            } else {
                erased.add(change.id());
            }
        }
        return put(changes, ROUNDS).then(Mono.defer(() -> erase(erased)));
    }

    private Mono<Void> erase(List<String> ids) {
        return ids.isEmpty()
                ? Mono.empty()
                : Mono.from(comments.deleteMany(Filters.in(ID, ids))).then();
    }

    private Mono<Void> put(List<CommentChange> changes, int rounds) {
        if (changes.isEmpty()) {
            return Mono.empty();
        }
        if (rounds == 0) {
            return Mono.error(new IllegalStateException("another instance keeps writing the same comments"));
        }
        return versions(changes).flatMap(known -> {
            var writes = writes(changes, known);
            return writes.isEmpty()
                    ? Mono.empty()
                    : applied(writes).flatMap(all -> all ? Mono.empty() : put(changes, rounds - 1));
        });
    }

    private Mono<Map<String, Version>> versions(List<CommentChange> changes) {
        var ids = changes.stream().map(CommentChange::id).toList();
        return Flux.from(
                        comments.find(Filters.in(ID, ids)).projection(Projections.include(REVISION, PARTITION, OFFSET)))
                .collectMap(document -> document.getString(ID), CommentDocument::version);
    }

    private static List<WriteModel<Document>> writes(Collection<CommentChange> changes, Map<String, Version> known) {
        List<WriteModel<Document>> writes = new ArrayList<>();
        for (var change : changes) {
            var present = known.get(change.id());
            if (present == null) {
                writes.add(new InsertOneModel<>(CommentDocument.of(change)));
            } else if (change.version().isNewerThan(present)) {
                var asRead = Filters.and(Filters.eq(ID, change.id()), Filters.eq(REVISION, present.revision()));
                writes.add(new ReplaceOneModel<>(asRead, CommentDocument.of(change)));
            }
        }
        return writes;
    }

    /** Whether every write found what it expected. */
    private Mono<Boolean> applied(List<WriteModel<Document>> writes) {
        return Mono.from(comments.bulkWrite(writes, UNORDERED))
                .map(result -> isWhole(result, writes.size()))
                .onErrorResume(
                        MongoBulkWriteException.class,
                        e -> e.getWriteConcernError() == null
                                        && e.getWriteErrors().stream().allMatch(w -> w.getCode() == DUPLICATE_KEY)
                                ? Mono.just(false)
                                : Mono.error(e));
    }

    private static boolean isWhole(BulkWriteResult result, int writes) {
        return result.getInsertedCount() + result.getMatchedCount() == writes;
    }
}
