package dev.winnow.worker.metrics;

import dev.winnow.events.Topics;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.config.MeterFilterReply;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Leaves of Kafka's own metrics what an operator reads: of a partition its lag, of Kafka Streams its threads and state.
 * All of them made a page of 670 KB for each scrape.
 */
@Component
class KafkaMeters implements MeterFilter {

    private static final String LAG = "kafka.consumer.fetch.manager.records.lag";

    private static final List<String> TOO_FINE = List.of(
            "kafka.stream.task.",
            "kafka.stream.processor.",
            "kafka.stream.topic.",
            "kafka.stream.state.",
            "kafka.stream.record.");

    /** Kafka tells of a topic with dots twice, the second time with underscores: every sum would be double. */
    private static final Set<String> DOUBLES = Topics.ALL.stream()
            .map(Topics.Topic::name)
            .filter(name -> name.contains("."))
            .map(name -> name.replace('.', '_'))
            .collect(Collectors.toUnmodifiableSet());

    @Override
    public MeterFilterReply accept(Meter.Id id) {
        if (!id.getName().startsWith("kafka.")) {
            return MeterFilterReply.NEUTRAL;
        }
        var topic = id.getTag("topic");
        var kept = topic == null
                ? TOO_FINE.stream().noneMatch(id.getName()::startsWith)
                : id.getName().equals(LAG) && !DOUBLES.contains(topic);
        return kept ? MeterFilterReply.NEUTRAL : MeterFilterReply.DENY;
    }
}
