package dev.winnow.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClients;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestartIT {

    @Test
    void aProducerGoesOnWhenTheBrokerIsBack(@TempDir Path folder) throws Exception {
        try (var kafka = RestartableKafka.start(folder)) {
            createTopic(kafka, "topic");
            try (var producer = producer(kafka)) {
                producer.send(new ProducerRecord<>("topic", "before")).get();

                kafka.stop();
                var waiting =
                        CompletableFuture.supplyAsync(() -> producer.send(new ProducerRecord<>("topic", "meanwhile")));
                kafka.startAgain();

                assertThat(waiting.get().get().hasOffset()).isTrue();
            }
        }
    }

    @Test
    void aClientGoesOnWhenTheStoreIsBack(@TempDir Path folder) {
        try (var store = RestartableStore.start(folder);
                var client = MongoClients.create(store.uri("threads"))) {
            var comments = client.getDatabase("threads").getCollection("comments");
            comments.insertOne(new Document("_id", "before"));

            store.stop();
            store.startAgain();

            assertThat(comments.countDocuments()).isOne();
            comments.insertOne(new Document("_id", "after"));
        }
    }

    private static void createTopic(RestartableKafka kafka, String name) throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(name, 1, (short) 1))).all().get();
        }
    }

    private static KafkaProducer<String, String> producer(RestartableKafka kafka) {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", kafka.bootstrapServers(), "reconnect.backoff.max.ms", "200");
        return new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
    }
}
