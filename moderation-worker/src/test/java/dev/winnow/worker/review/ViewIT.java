package dev.winnow.worker.review;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.winnow.events.CloudEventHeaders;
import dev.winnow.events.EventJson;
import dev.winnow.events.LogPosition;
import dev.winnow.events.ModeratedComment;
import dev.winnow.events.Status;
import dev.winnow.events.Topics;
import dev.winnow.testing.Infrastructure;
import dev.winnow.worker.metrics.WorkerMetrics;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Test;

/** What the view makes of its topic, whatever comes on it. */
class ViewIT {

    private final Desk desk = Desk.shared();
    private final ReviewItem item = desk.submitted("a-" + UUID.randomUUID(), "加我微信 abc123 领红包");

    @Test
    void anOlderRevisionChangesNothingAndIsCounted() {
        var before = backwards();
        send(revision(item.event(), item.revision() + 100, Status.APPROVED));
        desk.await(item.id(), item.revision() + 100);

        send(revision(item.event(), item.revision() + 50, Status.REJECTED));
        await().atMost(Duration.ofSeconds(30)).until(() -> backwards() > before);

        assertThat(now().event().status()).isEqualTo(Status.APPROVED);
    }

    @Test
    void ofEqualRevisionsTheLaterCounts() {
        send(revision(item.event(), item.revision(), Status.REJECTED));

        await().atMost(Duration.ofSeconds(30)).until(() -> now().event().status() == Status.REJECTED);
    }

    @Test
    void aTombstoneErases() {
        desk.send(new ProducerRecord<byte[], byte[]>(Topics.MODERATED, item.id().getBytes(UTF_8), null));

        desk.moderator("lilei");
        await().atMost(Duration.ofSeconds(30))
                .until(() -> desk.bean(ReviewItems.class)
                        .find(item.id())
                        .blockOptional()
                        .isEmpty());
    }

    @Test
    void whatIsNoEventIsSetAsideWithItsErrorAndTheRestGoesOn() {
        var key = UUID.randomUUID().toString();
        desk.send(new ProducerRecord<>(Topics.MODERATED, key.getBytes(UTF_8), "{not json".getBytes(UTF_8)));
        send(revision(item.event(), item.revision() + 1, Status.REJECTED));

        desk.await(item.id(), item.revision() + 1);
        var letter = deadLetter(key);
        assertThat(CloudEventHeaders.get(letter.headers(), "dlt_error")).startsWith("not a ModeratedComment");
        assertThat(CloudEventHeaders.get(letter.headers(), "dlt_topic")).isEqualTo(Topics.MODERATED);
        assertThat(letter.value()).isEqualTo("{not json".getBytes(UTF_8));
    }

    @Test
    void anEventOfANewerKindIsPassedOver() {
        var newer = new ProducerRecord<>(Topics.MODERATED, item.id().getBytes(UTF_8), "[1]".getBytes(UTF_8));
        newer.headers().add(CloudEventHeaders.TYPE, "winnow.comment.translated".getBytes(UTF_8));
        desk.send(newer);
        send(revision(item.event(), item.revision() + 1, Status.REJECTED));

        assertThat(desk.await(item.id(), item.revision() + 1).event().status()).isEqualTo(Status.REJECTED);
    }

    @Test
    void aFieldOfANewerReleaseIsKept() {
        var event = revision(item.event(), item.revision() + 1, Status.REJECTED);
        var json = new String(EventJson.write(event), UTF_8).replaceFirst("\\{", "{\"mood\":\"calm\",");
        desk.send(new ProducerRecord<>(Topics.MODERATED, item.id().getBytes(UTF_8), json.getBytes(UTF_8)));

        assertThat(desk.await(item.id(), item.revision() + 1).json()).contains("\"mood\":\"calm\"");
    }

    private void send(ModeratedComment event) {
        desk.send(Topics.MODERATED, event, event.id() + ":" + event.revision());
    }

    private ReviewItem now() {
        return desk.bean(ReviewItems.class).find(item.id()).blockOptional().orElseThrow();
    }

    private double backwards() {
        return desk.bean(MeterRegistry.class)
                .get(WorkerMetrics.BACKWARD_REVISIONS)
                .counter()
                .count();
    }

    private static ModeratedComment revision(ModeratedComment event, long revision, Status status) {
        return new ModeratedComment(
                event.comment(),
                status,
                revision,
                new LogPosition(revision, 0),
                event.textPosition(),
                event.rulingPosition(),
                event.verdict(),
                event.decisions(),
                event.reports(),
                event.changedAt());
    }

    private static ConsumerRecord<byte[], byte[]> deadLetter(String key) {
        var topic = Topics.deadLetters(Topics.MODERATED);
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", Infrastructure.kafka(), "auto.offset.reset", "earliest"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(p -> new TopicPartition(topic, p.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            return await().atMost(Duration.ofSeconds(30)).until(() -> find(consumer, key), found -> found != null);
        }
    }

    private static @org.jspecify.annotations.Nullable ConsumerRecord<byte[], byte[]> find(
            KafkaConsumer<byte[], byte[]> consumer, String key) {
        for (var letter : consumer.poll(Duration.ofMillis(200))) {
            if (letter.key() != null && new String(letter.key(), UTF_8).equals(key)) {
                return letter;
            }
        }
        return null;
    }
}
