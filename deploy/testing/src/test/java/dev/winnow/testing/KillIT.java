package dev.winnow.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.ReplaceOptions;
import dev.winnow.infrastructure.EmbeddedKafka;
import dev.winnow.infrastructure.EmbeddedStore;
import dev.winnow.infrastructure.FreePort;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process with a broker or a store in it is killed under load: what it had answered is there afterwards. */
class KillIT {

    private static final Duration START = Duration.ofSeconds(60);
    private static final int WRITERS = 4;
    private static final int ENOUGH = 500;

    private final Path folder;

    KillIT(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void theStoreLosesNoWriteThatItAnsweredAndItsIndexesAgree() throws Exception {
        var port = FreePort.find();
        Set<String> answered;
        try (var processes = new Processes(folder)) {
            var process = start(processes, StoreProcess.class, port);
            try (var client =
                    MongoClients.create("mongodb://127.0.0.1:%d/?serverSelectionTimeoutMS=30000".formatted(port))) {
                comments(client).createIndex(new Document("key", 1), new IndexOptions().unique(true));
                answered = writeUntilKilled(comments(client), process);
            }
        }

        try (var store = EmbeddedStore.start(folder.resolve("data"), port);
                var client = MongoClients.create(store.uri("threads"))) {
            var found = comments(client).find().into(new ArrayList<>());

            assertThat(found).extracting(comment -> comment.getString("_id")).containsAll(answered);
            assertThat(found).allSatisfy(comment -> {
                var id = comment.getString("_id");
                assertThat(comments(client).countDocuments(new Document("key", id)))
                        .isOne();
                assertThat(upsert(comments(client), id)).isOne();
            });
        }
    }

    @Test
    void theBrokerLosesNoRecordThatItAcknowledgedAndIsBackSoon() throws Exception {
        var port = FreePort.find();
        var servers = "127.0.0.1:" + port;
        Set<String> acknowledged;
        try (var processes = new Processes(folder)) {
            var process = start(processes, KafkaProcess.class, port);
            try (var admin = Admin.create(Map.of("bootstrap.servers", servers))) {
                admin.createTopics(List.of(new NewTopic("topic", 1, (short) 1)))
                        .all()
                        .get();
            }
            acknowledged = sendUntilKilled(servers, process);
        }

        try (var kafka = EmbeddedKafka.start(folder.resolve("data"), port)) {
            assertThat(readAll(kafka.bootstrapServers())).containsAll(acknowledged);
        }
    }

    @Test
    void aSecondProcessOnTheSameFolderIsToldWhy() {
        try (var store = EmbeddedStore.start(folder.resolve("data"), 0);
                var processes = new Processes(folder)) {
            assertThat(store.port()).isPositive();

            var second = processes.main("second", StoreProcess.class, arguments(FreePort.find()), Map.of());

            second.awaitOutput("is in use by another running instance", START);
        }
    }

    private RunningProcess start(Processes processes, Class<?> main, int port) {
        var process = processes.main("killed", main, arguments(port), Map.of());
        process.awaitOutput("listening", START);
        return process;
    }

    private List<String> arguments(int port) {
        return List.of(folder.resolve("data").toString(), String.valueOf(port));
    }

    private static Set<String> writeUntilKilled(MongoCollection<Document> comments, RunningProcess process)
            throws InterruptedException {
        Set<String> answered = ConcurrentHashMap.newKeySet();
        var enough = new CountDownLatch(ENOUGH);
        var writers = IntStream.range(0, WRITERS)
                .mapToObj(writer -> CompletableFuture.runAsync(() -> {
                    try {
                        for (var number = 0; ; number++) {
                            var id = writer + "-" + number;
                            upsert(comments, id);
                            answered.add(id);
                            enough.countDown();
                        }
                    } catch (MongoException killed) {
                        enough.countDown();
                    }
                }))
                .toList();
        enough.await();
        process.kill();
        writers.forEach(CompletableFuture::join);
        return answered;
    }

    private static long upsert(MongoCollection<Document> comments, String id) {
        var comment = new Document("_id", id).append("key", id).append("text", "评论".repeat(200));
        return comments.replaceOne(new Document("_id", id), comment, new ReplaceOptions().upsert(true))
                .getMatchedCount();
    }

    private static MongoCollection<Document> comments(MongoClient client) {
        return client.getDatabase("threads").getCollection("comments");
    }

    private static Set<String> sendUntilKilled(String servers, RunningProcess process) throws InterruptedException {
        Set<String> acknowledged = ConcurrentHashMap.newKeySet();
        var enough = new CountDownLatch(ENOUGH);
        Map<String, Object> settings = Map.of("bootstrap.servers", servers, "linger.ms", "1");
        var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
        for (var number = 0; enough.getCount() > 0; number++) {
            var value = "评论 " + number;
            producer.send(new ProducerRecord<>("topic", value), (sent, failure) -> {
                if (failure == null) {
                    acknowledged.add(value);
                    enough.countDown();
                }
            });
        }
        enough.await();
        process.kill();
        producer.close(Duration.ZERO);
        return acknowledged;
    }

    private static Set<String> readAll(String servers) {
        Set<String> values = new HashSet<>();
        var partition = new TopicPartition("topic", 0);
        Map<String, Object> settings = Map.of("bootstrap.servers", servers);
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            var end =
                    consumer.endOffsets(List.of(partition)).values().iterator().next();
            while (consumer.position(partition) < end) {
                consumer.poll(Duration.ofMillis(100)).forEach(found -> values.add(found.value()));
            }
        }
        return values;
    }

    /** Is killed: a store on a folder and a port. */
    static final class StoreProcess {

        public static void main(String[] arguments) {
            var store = EmbeddedStore.start(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
            System.out.println("listening on " + store.port());
        }
    }

    /** Is killed: a broker on a folder and a port. */
    static final class KafkaProcess {

        public static void main(String[] arguments) {
            var kafka = EmbeddedKafka.start(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
            System.out.println("listening on " + kafka.port());
        }
    }
}
