package dev.winnow.ingest.acknowledgement;

import dev.winnow.events.Topics;
import dev.winnow.ingest.IngestMetrics;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Knows whether Kafka takes records now. A thread of its own makes the clients and the topics, asks regularly, and
 * asks again soon when a record was not confirmed; so the service starts, fails fast and recovers wherever Kafka is.
 */
@Component
class KafkaState implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(KafkaState.class);
    private static final Duration CLOSING = Duration.ofSeconds(2);

    private final KafkaClients clients;
    private final AcknowledgementSettings settings;
    private final TopicSettings topics;

    private volatile @Nullable Thread thread;
    private volatile @Nullable Producer<String, byte[]> usable;

    // Only the thread touches these.
    private @Nullable Producer<String, byte[]> producer;
    private @Nullable Admin admin;
    private boolean topicsThere;

    KafkaState(KafkaClients clients, AcknowledgementSettings settings, TopicSettings topics, IngestMetrics metrics) {
        this.clients = clients;
        this.settings = settings;
        this.topics = topics;
        metrics.gauge(IngestMetrics.KAFKA_AVAILABLE, () -> isAvailable() ? 1 : 0);
    }

    /** Where to send records, or null while Kafka is known to be away. */
    @Nullable
    Producer<String, byte[]> producer() {
        return usable;
    }

    boolean isAvailable() {
        return usable != null;
    }

    /** A record was not confirmed in time: nothing more is sent until Kafka was asked and answered. */
    void doubt() {
        if (usable != null) {
            usable = null;
            LOG.warn("Kafka did not confirm a record in time: refusing until it answers");
        }
        LockSupport.unpark(thread);
    }

    private void watch() {
        while (isRunning()) {
            var was = isAvailable();
            var is = isAnswering();
            usable = is ? producer : null;
            if (was != is) {
                LOG.info("Kafka is {}", is ? "there" : "away");
            }
            var pause = is ? settings.checkEvery() : settings.checkEveryWhileAway();
            LockSupport.parkNanos(pause.toNanos());
        }
        Thread.interrupted(); // stop() woke this thread with it; closing waits for what is still being sent
        close();
    }

    private boolean isAnswering() {
        try {
            connect();
            createTopics();
            return hasLeader() && knowsTopic();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            LOG.debug("Kafka does not answer", e);
            return false;
        }
    }

    private void connect() {
        if (admin == null) {
            admin = clients.admin();
        }
        if (producer == null) {
            producer = clients.producer();
        }
    }

    private void createTopics() throws InterruptedException, ExecutionException, TimeoutException {
        if (topicsThere || admin == null) {
            return;
        }
        var missing = Topics.ALL.stream()
                .map(topic -> topic.creation(topics.partitions(), topics.replicas()))
                .toList();
        for (var creation : admin.createTopics(missing).values().values()) {
            try {
                creation.get(timeoutMillis(), TimeUnit.MILLISECONDS);
            } catch (ExecutionException e) {
                // Another service was first, or an operator made it as they like it.
                if (!(e.getCause() instanceof TopicExistsException)) {
                    throw e;
                }
            }
        }
        topicsThere = true;
    }

    private boolean hasLeader() throws InterruptedException, ExecutionException, TimeoutException {
        if (admin == null) {
            return false;
        }
        var described = admin.describeTopics(List.of(Topics.SUBMITTED))
                .allTopicNames()
                .get(timeoutMillis(), TimeUnit.MILLISECONDS);
        return described.values().stream()
                .flatMap(topic -> topic.partitions().stream())
                .anyMatch(partition ->
                        partition.leader() != null && !partition.leader().isEmpty());
    }

    /** Asking makes the producer fetch what it needs to know to send without waiting. */
    private boolean knowsTopic() {
        return producer != null && !producer.partitionsFor(Topics.SUBMITTED).isEmpty();
    }

    private long timeoutMillis() {
        return settings.timeout().toMillis();
    }

    private void close() {
        usable = null;
        if (producer != null) {
            producer.close(CLOSING);
        }
        if (admin != null) {
            admin.close(CLOSING);
        }
    }

    @Override
    public void start() {
        var watching = new Thread(this::watch, "winnow-ingest-kafka");
        watching.setDaemon(true);
        thread = watching;
        watching.start();
    }

    /** Called after the web server has answered what it had taken: what is still sent is waited for. */
    @Override
    public void stop() {
        var watching = thread;
        thread = null;
        if (watching != null) {
            watching.interrupt();
            join(watching);
        }
    }

    private static void join(Thread watching) {
        try {
            watching.join(CLOSING.multipliedBy(3).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    /** Before the web server when starting, after it when stopping. */
    @Override
    public int getPhase() {
        return 0;
    }
}
