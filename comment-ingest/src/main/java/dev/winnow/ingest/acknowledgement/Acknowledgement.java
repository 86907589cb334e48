package dev.winnow.ingest.acknowledgement;

import dev.winnow.events.CloudEventHeaders;
import dev.winnow.events.EventJson;
import dev.winnow.events.ReaderCommand;
import dev.winnow.events.Topics;
import dev.winnow.events.TraceParent;
import dev.winnow.ingest.IngestMetrics;
import dev.winnow.ingest.identity.EventIds;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Puts commands onto Kafka and tells when all its replicas in sync hold them, or that within the time set they do not
 * for certain. Sending happens on the caller's thread, which may be an event loop, and never waits; the answer comes
 * on Kafka's network thread or on the thread that looks for what is overdue.
 */
@Component
public class Acknowledgement implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(Acknowledgement.class);
    private static final String SOURCE = "/winnow/comment-ingest";
    private static final int LOOK_EVERY_MS = 50;

    private final KafkaState kafka;
    private final IngestMetrics metrics;
    private final long timeoutNanos;
    private final Queue<Pending> inOrderOfDeadline = new ConcurrentLinkedQueue<>();
    private final ScheduledExecutorService overdue = Executors.newSingleThreadScheduledExecutor(task -> {
        var thread = new Thread(task, "winnow-ingest-overdue");
        thread.setDaemon(true);
        return thread;
    });
    private volatile long lastConfirmed = System.nanoTime();

    Acknowledgement(KafkaState kafka, AcknowledgementSettings settings, IngestMetrics metrics) {
        this.kafka = kafka;
        this.metrics = metrics;
        this.timeoutNanos = settings.timeout().toNanos();
        overdue.scheduleWithFixedDelay(this::giveUpOverdue, LOOK_EVERY_MS, LOOK_EVERY_MS, TimeUnit.MILLISECONDS);
    }

    /**
     * Sends a command and tells whether Kafka holds it. False promises nothing either way: it may still arrive.
     */
    public Mono<Boolean> send(ReaderCommand command, TraceParent trace) {
        return Mono.fromFuture(() -> sent(command, trace), true);
    }

    private CompletableFuture<Boolean> sent(ReaderCommand command, TraceParent trace) {
        var producer = kafka.producer();
        if (producer == null) {
            return CompletableFuture.completedFuture(false);
        }
        var pending = new Pending();
        inOrderOfDeadline.add(pending);
        put(producer, record(command, trace.next()), pending);
        return pending.held();
    }

    private void put(Producer<String, byte[]> producer, ProducerRecord<String, byte[]> record, Pending pending) {
        try {
            producer.send(record, (metadata, failure) -> decide(pending, failure));
        } catch (KafkaException | IllegalStateException e) {
            decide(pending, e);
        }
    }

    private static ProducerRecord<String, byte[]> record(ReaderCommand command, TraceParent trace) {
        var record = new ProducerRecord<>(Topics.SUBMITTED, command.key(), EventJson.write(command));
        var id = EventIds.fresh(System.currentTimeMillis());
        CloudEventHeaders.write(record.headers(), command, id, SOURCE, trace);
        return record;
    }

    private void decide(Pending pending, @Nullable Exception failure) {
        if (failure == null) {
            lastConfirmed = System.nanoTime();
        }
        if (pending.isDecided()) {
            return;
        }
        metrics.acknowledged(failure == null, pending.nanosSinceSent());
        if (failure != null) {
            LOG.debug("Kafka did not take a record", failure);
            doubtIfNothingElseArrives(pending);
        }
        pending.held().complete(failure == null);
    }

    private void giveUpOverdue() {
        for (var first = inOrderOfDeadline.peek(); first != null; first = inOrderOfDeadline.peek()) {
            if (!first.isDecided()) {
                if (first.nanosSinceSent() < timeoutNanos) {
                    return;
                }
                giveUp(first);
            }
            inOrderOfDeadline.remove();
        }
    }

    private void giveUp(Pending pending) {
        if (pending.held().complete(false)) {
            metrics.acknowledged(false, pending.nanosSinceSent());
            doubtIfNothingElseArrives(pending);
        }
    }

    /** One partition without a leader must not close the way to the others: what was sent later did arrive there. */
    private void doubtIfNothingElseArrives(Pending pending) {
        if (pending.wasSentAfter(lastConfirmed)) {
            kafka.doubt();
        }
    }

    @Override
    public void destroy() {
        overdue.shutdownNow();
    }
}
