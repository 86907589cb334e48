package dev.winnow.worker.topology;

import dev.winnow.events.Topics;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.stereotype.Component;

/**
 * Creates the topics that are missing, and makes sure that one comment's commands meet in one task. Unlike Spring's own
 * {@code KafkaAdmin} it never adds partitions to a topic: keys would move away from the state that belongs to them.
 */
@Component
class TopicSetup {

    private static final int SECONDS = 20;

    private final KafkaProperties kafka;
    private final TopicSettings settings;

    TopicSetup(KafkaProperties kafka, TopicSettings settings) {
        this.kafka = kafka;
        this.settings = settings;
    }

    /** Waits for Kafka for a bounded time; throws {@link KafkaException} where it does not answer. */
    void ensure() throws InterruptedException {
        try (var admin = Admin.create(kafka.buildAdminProperties())) {
            create(admin);
            requireEqual(partitions(admin, List.of(Topics.SUBMITTED, Topics.DECIDED)));
        } catch (ExecutionException | TimeoutException e) {
            throw new KafkaException("Kafka could not create or describe the topics", e);
        }
    }

    private void create(Admin admin) throws InterruptedException, ExecutionException, TimeoutException {
        var missing = Topics.ALL.stream().map(topic -> topic.creation(settings.partitions(), settings.replicas()));
        for (var created : admin.createTopics(missing.toList()).values().values()) {
            try {
                created.get(SECONDS, TimeUnit.SECONDS);
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof TopicExistsException)) {
                    throw e;
                }
            }
        }
    }

    /** A topic that was just created may not be known to every broker yet. */
    private static Map<String, Integer> partitions(Admin admin, List<String> topics)
            throws InterruptedException, ExecutionException, TimeoutException {
        var giveUp = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        while (true) {
            try {
                var found = admin.describeTopics(topics).allTopicNames().get(SECONDS, TimeUnit.SECONDS);
                return found.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey,
                                t -> t.getValue().partitions().size()));
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof UnknownTopicOrPartitionException) || System.nanoTime() > giveUp) {
                    throw e;
                }
                TimeUnit.MILLISECONDS.sleep(100);
            }
        }
    }

    private static void requireEqual(Map<String, Integer> partitions) {
        if (partitions.values().stream().distinct().count() > 1) {
            throw new KafkaException(
                    "These topics need equally many partitions, or a comment has two owners: " + partitions);
        }
    }
}
