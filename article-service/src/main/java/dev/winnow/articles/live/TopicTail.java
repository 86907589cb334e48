package dev.winnow.articles.live;

import dev.winnow.articles.ArticleMetrics;
import dev.winnow.articles.thread.Change;
import dev.winnow.articles.thread.CommentChange;
import dev.winnow.articles.thread.ModeratedRecord;
import dev.winnow.events.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.stereotype.Component;

/**
 * Follows all partitions of {@code comments.moderated} on every instance, on a thread of its own, from shortly before
 * the end on, so that it starts warm. It takes part in no group: an instance's readers need every change. Whatever goes
 * wrong, it begins again where it was.
 */
@Component
class TopicTail implements SmartLifecycle, Runnable {

    private static final Logger log = LoggerFactory.getLogger(TopicTail.class);
    private static final String CLIENT = "article-service-tail";
    private static final Duration POLL = Duration.ofMillis(250);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final long PAUSE_MILLIS = 500;

    private final ConsumerFactory<String, byte[]> consumers;
    private final LiveThreads live;
    private final ThreadCache cache;
    private final LiveSettings settings;
    private final ArticleMetrics metrics;
    private final Thread thread = new Thread(this, CLIENT);

    private volatile boolean running;
    private volatile State state = State.STARTING;
    private volatile @Nullable Consumer<String, byte[]> consumer;

    /** The end of the topic when the tail began: what is before has been seen by readers already. */
    private Map<TopicPartition, Long> warmUntil = Map.of();

    private Instant lastBeat = Instant.now();

    TopicTail(
            ConsumerFactory<String, byte[]> consumers,
            LiveThreads live,
            ThreadCache cache,
            LiveSettings settings,
            ArticleMetrics metrics) {
        this.consumers = consumers;
        this.live = live;
        this.cache = cache;
        this.settings = settings;
        this.metrics = metrics;
        thread.setDaemon(true);
    }

    /** Where the tail is. */
    enum State {
        /** It has not heard from Kafka yet. */
        STARTING,
        /** It reads what happened before it started. */
        WARMING,
        /** It is at the end and hears of everything at once. */
        LIVE,
        /** Kafka does not answer. */
        AWAY
    }

    State state() {
        return state;
    }

    @Override
    public void run() {
        while (running) {
            try (var opened = consumers.createConsumer(null, CLIENT, null)) {
                consumer = opened;
                begin(opened);
                while (running) {
                    step(opened);
                }
            } catch (WakeupException | InterruptException e) {
                log.debug("The tail was asked to stop");
            } catch (RuntimeException e) {
                state = State.AWAY;
                log.warn("The tail begins again: {}", e.toString());
                pause();
            }
        }
    }

    private void begin(Consumer<String, byte[]> opened) {
        var partitions = opened.partitionsFor(Topics.MODERATED, PATIENCE).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        if (partitions.isEmpty()) {
            throw new IllegalStateException("the topic " + Topics.MODERATED + " is not there yet");
        }
        opened.assign(partitions);
        if (!live.hasBegun()) {
            warmUntil = opened.endOffsets(partitions, PATIENCE);
            live.begin(start(opened, partitions));
            state = State.WARMING;
        }
        partitions.forEach(p -> opened.seek(p, live.positions().at(p.partition())));
    }

    private long[] start(Consumer<String, byte[]> opened, List<TopicPartition> partitions) {
        var beginnings = opened.beginningOffsets(partitions, PATIENCE);
        var back = settings.recent() / partitions.size();
        var from = new long[partitions.size()];
        partitions.forEach(p ->
                from[p.partition()] = Math.max(beginnings.getOrDefault(p, 0L), warmUntil.getOrDefault(p, 0L) - back));
        return from;
    }

    private void step(Consumer<String, byte[]> opened) {
        var records = opened.poll(POLL);
        records.forEach(this::take);
        observe(opened);
        var now = Instant.now();
        if (now.isAfter(lastBeat.plus(settings.heartbeat()))) {
            lastBeat = now;
            live.beat();
        }
    }

    private void take(ConsumerRecord<String, byte[]> record) {
        if (ModeratedRecord.read(record) instanceof ModeratedRecord.Changed changed) {
            var before = live.latest(changed.change().id());
            var grown = live.take(changed.change());
            if (grown != null) {
                cache.weighAgain(grown);
            }
            if (before == null || before.comment() == null) {
                measure(changed.change(), record);
            }
        } else {
            // The projection counts it and sets it aside, once for all instances.
            live.pass(record.partition(), record.offset());
        }
    }

    /** How long a new comment took, unless it is old news or waited for a moderator. */
    private void measure(Change change, ConsumerRecord<String, byte[]> record) {
        var old = record.offset() < warmUntil.getOrDefault(new TopicPartition(record.topic(), record.partition()), 0L);
        if (!old && change instanceof CommentChange comment && comment.fresh()) {
            var took = Duration.between(comment.submittedAt(), Instant.now());
            metrics.visible(took);
            log.debug("Comment {} visible after {} ms, trace {}", comment.id(), took.toMillis(), comment.trace());
        }
    }

    private void observe(Consumer<String, byte[]> opened) {
        if (connections(opened) == 0) {
            state = State.AWAY;
        } else if (state != State.LIVE && isWarm()) {
            state = State.LIVE;
        }
    }

    private boolean isWarm() {
        var positions = live.positions();
        return warmUntil.entrySet().stream()
                .allMatch(end -> positions.at(end.getKey().partition()) >= end.getValue());
    }

    private static double connections(Consumer<String, byte[]> opened) {
        return opened.metrics().values().stream()
                .filter(metric -> metric.metricName().name().equals("connection-count"))
                .mapToDouble(metric -> metric.metricValue() instanceof Number number ? number.doubleValue() : 1)
                .findFirst()
                .orElse(1);
    }

    private void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void start() {
        running = true;
        thread.start();
    }

    /** Comes before the web server's graceful stop, which would otherwise wait for streams that never end. */
    @Override
    public void stop() {
        running = false;
        var open = consumer;
        if (open != null) {
            open.wakeup();
        }
        live.dismiss();
        try {
            thread.join(PATIENCE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
