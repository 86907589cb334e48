package dev.winnow.worker.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.events.Topics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KafkaMetersTest {

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    @BeforeEach
    void filter() {
        registry.config().meterFilter(new KafkaMeters());
    }

    @Test
    void theLagOfATopicIsToldOnce() {
        registry.counter("kafka.consumer.fetch.manager.records.lag", "topic", Topics.SUBMITTED, "partition", "0");
        registry.counter("kafka.consumer.fetch.manager.records.lag", "topic", "comments_submitted", "partition", "0");

        assertThat(registry.getMeters())
                .singleElement()
                .satisfies(meter -> assertThat(meter.getId().getTag("topic")).isEqualTo(Topics.SUBMITTED));
    }

    @Test
    void aTopicWithoutDotsKeepsItsLag() {
        registry.counter("kafka.consumer.fetch.manager.records.lag", "topic", Topics.ARTICLES, "partition", "0");

        assertThat(registry.getMeters()).hasSize(1);
    }

    @Test
    void whatIsToldOfEachTaskAndPartitionIsLeftOut() {
        registry.counter("kafka.stream.task.process.rate", "task_id", "0_1");
        registry.counter("kafka.consumer.fetch.manager.records.lead", "topic", Topics.SUBMITTED, "partition", "0");

        assertThat(registry.getMeters()).isEmpty();
    }

    @Test
    void everythingElseIsLeftAlone() {
        registry.counter("kafka.stream.thread.commit.rate");
        registry.counter("winnow.worker.dead.letters", "topic", "comments_submitted");

        assertThat(registry.getMeters()).hasSize(2);
    }
}
