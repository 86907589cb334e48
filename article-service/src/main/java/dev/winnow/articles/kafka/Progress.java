package dev.winnow.articles.kafka;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.winnow.articles.store.StoreReads;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * How far each topic has been projected, kept beside what was projected, in the collection {@value #COLLECTION}. The
 * database thereby knows what it holds: one that was dropped or restored from a backup is replayed from where it
 * stands, whatever offsets the consumer group has committed.
 */
@Component
public final class Progress {

    /** The collection's name. */
    public static final String COLLECTION = "progress";

    private static final String ID = "_id";
    private static final String TOPIC = "topic";
    private static final String PARTITION = "partition";
    private static final String NEXT = "next";

    private final MongoCollection<Document> collection;
    private final StoreReads reads;

    Progress(MongoDatabase database, StoreReads reads) {
        this.collection = database.getCollection(COLLECTION);
        this.reads = reads;
    }

    /** The next offset to be projected, by partition; a partition that was never projected is not named. */
    public Mono<Map<Integer, Long>> of(String topic) {
        return reads.bounded(Flux.from(collection.find())
                .filter(document -> topic.equals(document.getString(TOPIC)))
                .collectMap(document -> document.getInteger(PARTITION), document -> document.getLong(NEXT)));
    }

    /** Notes how far a topic is projected now. It never goes back: what is written is there. */
    public Mono<Void> note(String topic, Map<Integer, Long> next) {
        List<WriteModel<Document>> writes = new ArrayList<>();
        next.forEach((partition, offset) -> writes.add(new UpdateOneModel<>(
                Filters.eq(ID, topic + "-" + partition),
                Updates.combine(
                        Updates.max(NEXT, offset),
                        Updates.setOnInsert(TOPIC, topic),
                        Updates.setOnInsert(PARTITION, partition)),
                new UpdateOptions().upsert(true))));
        return Mono.from(collection.bulkWrite(writes)).then();
    }

    /** The same as {@link #of} for a topic whose partitions are numbered, as positions. */
    public Mono<Positions> positions(String topic) {
        return of(topic).map(next -> {
            var last = next.keySet().stream().mapToInt(Integer::intValue).max().orElse(-1);
            var offsets = new long[last + 1];
            next.forEach((partition, offset) -> offsets[partition] = offset);
            return Positions.of(offsets);
        });
    }
}
