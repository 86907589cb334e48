package dev.winnow.worker.topology;

import dev.winnow.events.AuthorHistory;
import dev.winnow.events.CloudEventHeaders;
import dev.winnow.events.Event;
import dev.winnow.events.EventJson;
import dev.winnow.events.ModeratedComment;
import dev.winnow.events.Received;
import dev.winnow.events.Topics;
import dev.winnow.events.TraceParent;
import dev.winnow.worker.metrics.WorkerMetrics;
import dev.winnow.worker.policy.PolicyTable;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.util.unit.DataSize;

/** The whole topology, without Kafka, under the settings that the service runs with. */
final class Worker implements AutoCloseable {

    static final Instant SENT = Instant.parse("2026-03-01T12:00:01Z");
    static final TraceParent TRACE =
            TraceParent.continuedFrom("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");

    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final StoreMemory memory;
    private final TopologyTestDriver driver;

    Worker(Path directory, ScreeningFunction screening) {
        var metrics = new WorkerMetrics(meters);
        var settings = new StreamsSettings(
                "test",
                null,
                false,
                1,
                0,
                directory.toString(),
                DataSize.ofMegabytes(1),
                DataSize.ofMegabytes(8),
                Duration.ofMillis(100),
                Duration.ofMillis(1),
                Duration.ofSeconds(20),
                Duration.ofSeconds(12),
                true);
        memory = new StoreMemory(settings);
        var properties = new StreamsProperties(new KafkaProperties(), settings, memory, metrics).build();
        var topology = new WorkerTopology(screening, new PolicyTable(), metrics).build();
        driver = new TopologyTestDriver(topology, properties, SENT.plusMillis(7));
    }

    /** Sends an event to a topic as its producer would. */
    void send(String topic, Event event) {
        var headers = new RecordHeaders();
        CloudEventHeaders.write(headers, event, "id-1", "/test", TRACE);
        send(topic, event.key(), EventJson.write(event), headers);
    }

    void send(String topic, @Nullable String key, byte @Nullable [] value, RecordHeaders headers) {
        driver.createInputTopic(topic, new StringSerializer(), new ByteArraySerializer())
                .pipeInput(new TestRecord<>(key, value, headers, SENT));
    }

    /** What came onto a topic since it was last read. */
    List<TestRecord<String, byte[]>> read(String topic) {
        return output(topic).readRecordsToList();
    }

    /** The comments that were sent since the topic was last read. */
    List<ModeratedComment> moderated() {
        return read(Topics.MODERATED).stream()
                .map(record -> known(EventJson.moderated(record.headers(), value(record))))
                .toList();
    }

    ModeratedComment lastModerated() {
        var all = moderated();
        return Objects.requireNonNull(all.get(all.size() - 1));
    }

    List<AuthorHistory> histories() {
        return read(Topics.AUTHORS).stream()
                .map(record -> known(EventJson.authorHistory(record.headers(), value(record))))
                .toList();
    }

    double count(String name, String... labels) {
        var counter = meters.find(name).tags(labels).counter();
        return counter == null ? 0 : counter.count();
    }

    @Override
    public void close() {
        driver.close();
        memory.destroy();
    }

    static byte[] value(TestRecord<String, byte[]> record) {
        return Objects.requireNonNull(record.value());
    }

    private TestOutputTopic<String, byte[]> output(String topic) {
        return driver.createOutputTopic(topic, new StringDeserializer(), new ByteArrayDeserializer());
    }

    private static <T extends Event> T known(Received<T> received) {
        return ((Received.Known<T>) received).event();
    }
}
