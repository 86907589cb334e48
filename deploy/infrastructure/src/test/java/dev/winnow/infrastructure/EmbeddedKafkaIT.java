package dev.winnow.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedKafkaIT {

    private static final String TOPIC = "remembered";

    private final Path folder;

    EmbeddedKafkaIT(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void whatWasAcknowledgedIsThereAfterARestartOnTheSamePort() throws Exception {
        int port;
        try (var kafka = EmbeddedKafka.start(folder, 0)) {
            port = kafka.port();
            createTopic(kafka);
            send(kafka, "评论", "第一条");
        }

        try (var again = EmbeddedKafka.start(folder, port)) {
            assertThat(again.bootstrapServers()).isEqualTo("127.0.0.1:" + port);
            assertThat(read(again)).containsExactly("第一条");
        }
    }

    @Test
    void aTopicHasFourPartitionsUnlessToldOtherwiseAndIsNeverCreatedByAccident() throws Exception {
        try (var kafka = EmbeddedKafka.start(folder, 0);
                var admin = admin(kafka)) {
            createTopic(kafka);

            var described = admin.describeTopics(List.of(TOPIC)).topicNameValues();

            assertThat(described.values().iterator().next().get().partitions()).hasSize(4);
            assertThat(admin.listTopics().names().get()).containsExactly(TOPIC);
        }
    }

    @Test
    void aBusyPortIsSaidBeforeAnythingIsWritten() throws IOException {
        try (var busy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatExceptionOfType(PortInUse.class)
                    .isThrownBy(() -> EmbeddedKafka.start(folder.resolve("new"), busy.getLocalPort()))
                    .withMessageContaining("Port " + busy.getLocalPort());
            assertThat(folder.resolve("new")).doesNotExist();
        }
    }

    @Test
    void aFolderThatCannotBeWrittenIsSaid() throws IOException {
        var file = Files.createFile(folder.resolve("a-file"));

        assertThatExceptionOfType(FolderNotWritable.class)
                .isThrownBy(() -> EmbeddedKafka.start(file.resolve("below"), 0))
                .withMessageContaining(file.toString());
    }

    @Test
    void aSecondBrokerOnTheSameFolderIsRefused() {
        try (var first = EmbeddedKafka.start(folder, 0)) {
            assertThat(first.port()).isPositive();
            assertThatExceptionOfType(FolderInUse.class)
                    .isThrownBy(() -> EmbeddedKafka.start(folder, 0))
                    .withMessageContaining("in use");
        }
    }

    private static void createTopic(EmbeddedKafka kafka) throws Exception {
        try (var admin = admin(kafka)) {
            admin.createTopics(List.of(new NewTopic(TOPIC, Optional.empty(), Optional.empty())))
                    .all()
                    .get();
        }
    }

    private static Admin admin(EmbeddedKafka kafka) {
        return Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()));
    }

    private static void send(EmbeddedKafka kafka, String key, String value) throws Exception {
        Map<String, Object> settings = Map.of("bootstrap.servers", kafka.bootstrapServers(), "acks", "all");
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(TOPIC, key, value)).get();
        }
    }

    private static List<String> read(EmbeddedKafka kafka) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                kafka.bootstrapServers(),
                ConsumerConfig.GROUP_ID_CONFIG,
                "readers",
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of(TOPIC));
            var deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
            while (System.nanoTime() < deadline) {
                var records = consumer.poll(Duration.ofMillis(200));
                if (!records.isEmpty()) {
                    var values = new ArrayList<String>();
                    records.forEach(r -> values.add(r.value()));
                    return values;
                }
            }
            return List.of();
        }
    }
}
