package dev.winnow.worker.review;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.winnow.events.Decider;
import dev.winnow.events.EventJson;
import dev.winnow.events.ModeratedComment;
import dev.winnow.events.Received;
import dev.winnow.events.Status;
import dev.winnow.events.Topics;
import dev.winnow.worker.moderated.ModeratedListeners;
import dev.winnow.worker.problems.Problem;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/**
 * What changes from now on, of all comments, told to the desks that are open at this worker. It reads all partitions of
 * {@code comments.moderated} from their ends, on a thread of its own and in no group, and has nothing to catch up with:
 * a desk that missed something reads its list anew.
 */
@Component
class LiveFeed implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(LiveFeed.class);

    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration PARTITIONS_GOOD_FOR = Duration.ofMinutes(1);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final KafkaProperties kafka;
    private final LiveSettings settings;
    private final CopyOnWriteArrayList<Sinks.Many<Change>> desks = new CopyOnWriteArrayList<>();
    private volatile @Nullable Thread reader;
    private volatile @Nullable Consumer<byte[], byte[]> reading;

    LiveFeed(KafkaProperties kafka, LiveSettings settings, ReviewMetrics metrics) {
        this.kafka = kafka;
        this.settings = settings;
        metrics.watch(this::desks);
    }

    /** The changes from now on. Ends when the subscriber is too slow for them; ends in a problem when too many listen. */
    Flux<Change> changes() {
        return Flux.defer(() -> {
            if (desks.size() >= settings.streams()) {
                return Flux.error(Problem.unavailable("Too many desks are open at this worker.", Duration.ofSeconds(30))
                        .asException());
            }
            var desk = Sinks.many().unicast().<Change>onBackpressureBuffer(new ArrayBlockingQueue<>(settings.buffer()));
            desks.add(desk);
            return desk.asFlux().doFinally(signal -> desks.remove(desk));
        });
    }

    /** How many desks are told. */
    int desks() {
        return desks.size();
    }

    @Override
    public void start() {
        var thread = new Thread(this::run, "review-live");
        thread.setDaemon(true);
        reader = thread;
        thread.start();
    }

    @Override
    public void stop() {
        var thread = reader;
        var consumer = reading;
        reader = null;
        if (consumer != null) {
            consumer.wakeup();
        }
        LockSupport.unpark(thread);
        desks.forEach(Sinks.Many::tryEmitComplete);
    }

    @Override
    public boolean isRunning() {
        return reader != null;
    }

    private void run() {
        while (isCurrent()) {
            try (var consumer = new KafkaConsumer<byte[], byte[]>(properties())) {
                reading = consumer;
                follow(consumer);
            } catch (WakeupException e) {
                return;
            } catch (KafkaException e) {
                log.warn("The live feed lost Kafka and tries again: {}", e.toString());
                pause();
            }
        }
    }

    private void follow(Consumer<byte[], byte[]> consumer) {
        var lookAgain = System.nanoTime();
        while (isCurrent()) {
            if (System.nanoTime() - lookAgain >= 0) {
                takeNewPartitions(consumer);
                var found = !consumer.assignment().isEmpty();
                lookAgain = System.nanoTime() + (found ? PARTITIONS_GOOD_FOR : POLL).toNanos();
            }
            if (consumer.assignment().isEmpty()) {
                pause();
            } else {
                consumer.poll(POLL).forEach(this::tell);
            }
        }
    }

    /** Partitions that were added later are read from their beginning, as all in them is new. */
    private static void takeNewPartitions(Consumer<byte[], byte[]> consumer) {
        var assigned = consumer.assignment();
        var all = consumer.partitionsFor(Topics.MODERATED).stream()
                .map(p -> new TopicPartition(p.topic(), p.partition()))
                .toList();
        var added = all.stream().filter(p -> !assigned.contains(p)).toList();
        if (added.isEmpty()) {
            return;
        }
        var first = assigned.isEmpty();
        consumer.assign(all);
        seek(consumer, added, first);
    }

    private static void seek(Consumer<byte[], byte[]> consumer, Collection<TopicPartition> added, boolean toEnd) {
        if (toEnd) {
            consumer.seekToEnd(added);
        } else {
            consumer.seekToBeginning(added);
        }
    }

    private void tell(ConsumerRecord<byte[], byte[]> incoming) {
        if (!desks.isEmpty()) {
            change(incoming)
                    .ifPresent(change -> desks.forEach(desk -> {
                        if (desk.tryEmitNext(change) == Sinks.EmitResult.FAIL_OVERFLOW) {
                            desks.remove(desk);
                            desk.tryEmitComplete();
                        }
                    }));
        }
    }

    private static Optional<Change> change(ConsumerRecord<byte[], byte[]> incoming) {
        if (incoming.value() == null) {
            return incoming.key() == null
                    ? Optional.empty()
                    : Optional.of(new Change(new String(incoming.key(), UTF_8), null, null, null, 0, false));
        }
        return EventJson.moderated(incoming.headers(), incoming.value())
                        instanceof Received.Known<ModeratedComment> known
                ? Optional.of(Change.of(known.event()))
                : Optional.empty();
    }

    private Map<String, Object> properties() {
        var properties = ModeratedListeners.consumerProperties(kafka);
        properties.remove(ConsumerConfig.GROUP_ID_CONFIG);
        properties.put(ConsumerConfig.CLIENT_ID_CONFIG, "winnow-review-live");
        properties.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 5_000);
        return properties;
    }

    /** Whether the thread that asks is still the one that reads. */
    private boolean isCurrent() {
        return Thread.currentThread() == reader;
    }

    /** Until the time is over, or the feed is stopped. */
    private static void pause() {
        LockSupport.parkNanos(PAUSE.toNanos());
    }

    /**
     * A comment is not what it was.
     *
     * @param id the comment's id
     * @param site its site; null when it was erased
     * @param article its article; null when it was erased
     * @param status where it stands now; null when it was erased
     * @param revision its revision now; 0 when it was erased
     * @param fresh whether nothing but screening ever happened to it, so that no desk has it yet
     */
    record Change(
            String id,
            @Nullable String site,
            @Nullable String article,
            @Nullable Status status,
            long revision,
            boolean fresh) {

        static Change of(ModeratedComment event) {
            var comment = event.comment();
            var fresh = comment.editedAt() == null
                    && event.reports().isEmpty()
                    && event.status() != Status.WITHDRAWN
                    && event.decisions().stream().allMatch(d -> d.by().kind() == Decider.Kind.SCREENING);
            return new Change(event.id(), comment.site(), comment.article(), event.status(), event.revision(), fresh);
        }
    }
}
