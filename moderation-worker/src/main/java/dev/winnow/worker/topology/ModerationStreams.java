package dev.winnow.worker.topology;

import dev.winnow.worker.metrics.WorkerMetrics;
import dev.winnow.worker.policy.PolicyReadiness;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.errors.MissingSourceTopicException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.LivenessState;
import org.springframework.context.ApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Runs the Kafka Streams application on a thread of its own: waits for Kafka, starts, and starts again after a failure
 * that took all stream threads along. Spring Kafka's {@code @EnableKafkaStreams} would start it within the context's own
 * start, where global tables are read to their end, and so let the desk fail because Kafka is away.
 */
@Component
public class ModerationStreams implements SmartLifecycle, PolicyReadiness {

    private static final Logger LOG = LoggerFactory.getLogger(ModerationStreams.class);
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(20);
    /** Kafka's own metrics come and go with partitions; so soon they are seen. */
    private static final Duration METRICS_EVERY = Duration.ofSeconds(10);

    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final WorkerTopology topology;
    private final StreamsProperties properties;
    private final StreamsSettings settings;
    private final TopicSetup topics;
    private final WorkerMetrics metrics;
    private final MeterRegistry registry;
    private final ApplicationContext application;
    private final CountDownLatch stopping = new CountDownLatch(1);

    private volatile KafkaStreams.State state = KafkaStreams.State.CREATED;
    private volatile boolean tookOver;
    private volatile @Nullable Thread runner;

    ModerationStreams(
            WorkerTopology topology,
            StreamsProperties properties,
            StreamsSettings settings,
            TopicSetup topics,
            WorkerMetrics metrics,
            MeterRegistry registry,
            ApplicationContext application) {
        this.topology = topology;
        this.properties = properties;
        this.settings = settings;
        this.topics = topics;
        this.metrics = metrics;
        this.registry = registry;
        this.application = application;
        metrics.watch(this::isReady);
    }

    /** Whether all policies are known and comments are taken, or partitions are just being handed over. */
    @Override
    public boolean isReady() {
        return state == KafkaStreams.State.RUNNING || tookOver && state == KafkaStreams.State.REBALANCING;
    }

    /** The state of Kafka Streams, for people. */
    public String state() {
        return state.name();
    }

    @Override
    public boolean isAutoStartup() {
        return settings.autoStart();
    }

    @Override
    public void start() {
        var thread = new Thread(this::run, "moderation-streams");
        runner = thread;
        thread.start();
    }

    @Override
    public void stop() {
        var thread = runner;
        stopping.countDown();
        if (thread != null) {
            try {
                thread.join(CLOSE_WITHIN.plusSeconds(5).toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        var thread = runner;
        return thread != null && thread.isAlive();
    }

    private void run() {
        try {
            do {
                runOnce();
            } while (!stopping.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            LOG.info("Interrupted: no comments are taken any more");
        }
    }

    private void runOnce() throws InterruptedException {
        try {
            topics.ensure();
            var streams = new KafkaStreams(topology.build(), properties.build());
            var refresher = Executors.newSingleThreadScheduledExecutor();
            var client = new KafkaStreamsMetrics(streams, List.of(), refresher, METRICS_EVERY);
            try {
                client.bindTo(registry);
                runToItsEnd(streams);
            } finally {
                close(streams);
                client.close();
                refresher.shutdownNow();
            }
        } catch (RuntimeException e) {
            state = KafkaStreams.State.ERROR;
            LOG.error("No comments are taken; trying again in {} s", PAUSE.toSeconds(), e);
        }
    }

    private void runToItsEnd(KafkaStreams streams) throws InterruptedException {
        var failed = new CountDownLatch(1);
        streams.setUncaughtExceptionHandler(this::afterFailure);
        streams.setStateListener((now, before) -> {
            changed(now);
            if (now == KafkaStreams.State.ERROR) {
                failed.countDown();
            }
        });
        streams.start();
        while (!stopping.await(200, TimeUnit.MILLISECONDS)) {
            if (failed.getCount() == 0) {
                metrics.clientFailed();
                throw new IllegalStateException("Kafka Streams gave up");
            }
        }
    }

    private void changed(KafkaStreams.State now) {
        LOG.info("Streams: {}", now);
        state = now;
        if (now == KafkaStreams.State.RUNNING) {
            tookOver = true;
            AvailabilityChangeEvent.publish(application, LivenessState.CORRECT);
        } else if (now == KafkaStreams.State.ERROR) {
            tookOver = false;
            AvailabilityChangeEvent.publish(application, LivenessState.BROKEN);
        }
    }

    private StreamThreadExceptionResponse afterFailure(Throwable failure) {
        LOG.error("A stream thread failed", failure);
        metrics.threadFailed();
        if (failure instanceof MissingSourceTopicException) {
            return StreamThreadExceptionResponse.SHUTDOWN_CLIENT; // starting again creates the topic
        }
        pause(); // on the dying thread, so that a lasting failure does not become a busy loop
        return StreamThreadExceptionResponse.REPLACE_THREAD;
    }

    private void pause() {
        try {
            if (stopping.await(1, TimeUnit.SECONDS)) {
                LOG.info("Stopping: the thread is not needed any more");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void close(KafkaStreams streams) {
        var membership = settings.instance() == null
                ? CloseOptions.GroupMembershipOperation.LEAVE_GROUP
                : CloseOptions.GroupMembershipOperation.REMAIN_IN_GROUP;
        if (!streams.close(CloseOptions.timeout(CLOSE_WITHIN).withGroupMembershipOperation(membership))) {
            LOG.warn("Streams did not end within {} s", CLOSE_WITHIN.toSeconds());
        }
    }
}
