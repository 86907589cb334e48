package dev.winnow.ingest;

import dev.winnow.events.EventJson;
import dev.winnow.events.ReaderCommand;
import dev.winnow.events.Received;
import dev.winnow.events.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads what stands on {@code comments.submitted} now, from its beginning: what was acknowledged is there. */
final class SubmittedTopic {

    private final Map<String, Object> config;

    SubmittedTopic(String kafka) {
        this.config = Map.of("bootstrap.servers", kafka, "max.poll.records", 5_000);
    }

    /** The records of a key. */
    List<ConsumerRecord<String, byte[]>> of(String key) {
        return matching(record -> record.key().equals(key));
    }

    /** The commands on an article, in no certain order. */
    List<ReaderCommand> ofArticle(String article) {
        return matching(any -> true).stream()
                .map(SubmittedTopic::command)
                .filter(command -> command.article().equals(article))
                .toList();
    }

    static ReaderCommand command(ConsumerRecord<String, byte[]> record) {
        if (EventJson.readerCommand(record.headers(), record.value()) instanceof Received.Known<ReaderCommand> known) {
            return known.event();
        }
        throw new AssertionError("no known command: " + record.key());
    }

    private List<ConsumerRecord<String, byte[]>> matching(Predicate<ConsumerRecord<String, byte[]>> wanted) {
        try (var consumer = new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(Topics.SUBMITTED).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var found = new ArrayList<ConsumerRecord<String, byte[]>>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> {
                    if (wanted.test(record)) {
                        found.add(record);
                    }
                });
            }
            return found;
        }
    }
}
