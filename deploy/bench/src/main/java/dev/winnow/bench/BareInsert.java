package dev.winnow.bench;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.bson.Document;
import org.bson.types.Binary;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** Inserts each copied record and tells its id once the store has it. A thread of its own. */
@Component
class BareInsert implements SmartLifecycle {

    private final MongoCollection<Document> copies;
    private final KafkaConsumer<String, byte[]> consumer;
    private final Sinks.Many<String> inserted = Sinks.many().multicast().directBestEffort();
    private final Thread thread = new Thread(this::run, "bare-insert");

    BareInsert(MongoClient mongo, @Value("${spring.kafka.bootstrap-servers}") String kafka) {
        copies = mongo.getDatabase("bench").getCollection("copies");
        consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, kafka,
                        ConsumerConfig.GROUP_ID_CONFIG, "bench-insert",
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }

    /** Begins with a word of its own, so that a reader knows at once that it listens. */
    Flux<String> inserted() {
        return inserted.asFlux().startWith("listening");
    }

    private void run() {
        consumer.subscribe(List.of(BareService.COPIED));
        try (consumer) {
            while (true) {
                var records = consumer.poll(Duration.ofSeconds(1));
                for (var record : records) {
                    insert(record);
                }
                consumer.commitAsync();
            }
        } catch (WakeupException stopped) {
            // stop() asked for it
        }
    }

    private void insert(ConsumerRecord<String, byte[]> record) {
        Mono.from(copies.insertOne(new Document("_id", record.key()).append("value", new Binary(record.value()))))
                .block(Duration.ofSeconds(10));
        inserted.tryEmitNext(record.key());
    }

    @Override
    public void start() {
        thread.start();
    }

    @Override
    public void stop() {
        consumer.wakeup();
    }

    @Override
    public boolean isRunning() {
        return thread.isAlive();
    }
}
