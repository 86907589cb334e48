package dev.winnow.worker.review;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.winnow.events.EventJson;
import dev.winnow.events.ModeratedComment;
import dev.winnow.events.Received;
import dev.winnow.worker.audit.AuditTrail;
import dev.winnow.worker.metrics.WorkerMetrics;
import dev.winnow.worker.review.ViewDeadLetters.DeadLetter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.listener.BatchListenerFailedException;
import org.springframework.kafka.listener.BatchMessageListener;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Writes {@code comments.moderated} into the view and its decisions into the audit, batch by batch, on a Kafka listener's thread, which waits for the
 * store. A batch may be written again, in whole or in part: the result is the same. If the store or the dead-letter
 * topic is away, the listener throws, and the batch comes again.
 */
@Component
class ViewWriter implements BatchMessageListener<byte[], byte[]> {

    private final ReviewItems items;
    private final ArticleReach reach;
    private final AuditTrail audit;
    private final ViewDeadLetters deadLetters;
    private final ReviewMetrics metrics;
    private final WorkerMetrics workerMetrics;
    private final Duration patience;

    ViewWriter(
            ReviewItems items,
            ArticleReach reach,
            AuditTrail audit,
            ViewDeadLetters deadLetters,
            ReviewMetrics metrics,
            WorkerMetrics workerMetrics,
            ViewSettings settings) {
        this.items = items;
        this.reach = reach;
        this.audit = audit;
        this.deadLetters = deadLetters;
        this.metrics = metrics;
        this.workerMetrics = workerMetrics;
        this.patience = settings.storeTimeout().multipliedBy(3);
    }

    @Override
    public void onMessage(List<ConsumerRecord<byte[], byte[]>> records) {
        try {
            write(records);
        } catch (RuntimeException e) {
            // Nothing of the batch counts as taken: it comes again from its first record.
            throw new BatchListenerFailedException("the batch is not in the view", e, 0);
        }
    }

    private void write(List<ConsumerRecord<byte[], byte[]>> records) {
        var changes = new LinkedHashMap<String, List<Change>>();
        var unreadable = new ArrayList<DeadLetter>();
        for (var incoming : records) {
            read(incoming, changes, unreadable);
        }
        if (!changes.isEmpty()) {
            write(changes);
            var last = records.get(records.size() - 1);
            metrics.inViewAfter(Duration.ofMillis(System.currentTimeMillis() - last.timestamp()));
        }
        if (!unreadable.isEmpty()) {
            deadLetters.send(unreadable);
            unreadable.forEach(
                    letter -> workerMetrics.deadLetter(letter.incoming().topic(), "unreadable"));
        }
    }

    private void read(
            ConsumerRecord<byte[], byte[]> incoming, Map<String, List<Change>> changes, List<DeadLetter> unreadable) {
        if (incoming.value() == null) {
            if (incoming.key() == null) {
                unreadable.add(new DeadLetter(incoming, "neither key nor value"));
            } else {
                change(changes, new String(incoming.key(), UTF_8), new Erased());
            }
            return;
        }
        var received = EventJson.moderated(incoming.headers(), incoming.value());
        if (received instanceof Received.Known<ModeratedComment> known) {
            var json = new String(incoming.value(), UTF_8);
            change(changes, known.event().id(), new Moderated(known.event(), json));
        } else if (received instanceof Received.Unreadable<ModeratedComment> no) {
            unreadable.add(new DeadLetter(incoming, no.why()));
        } else {
            workerMetrics.passedOver(incoming.topic());
        }
    }

    private static void change(Map<String, List<Change>> changes, String id, Change change) {
        changes.computeIfAbsent(id, key -> new ArrayList<>()).add(change);
    }

    private void write(Map<String, List<Change>> changes) {
        var known = await(items.find(changes.keySet()));
        var written = new ArrayList<ReviewItem>();
        Set<String> erased = new LinkedHashSet<>();
        Map<String, Long> added = new LinkedHashMap<>();
        var older = 0;
        for (var entry : changes.entrySet()) {
            var before = known.get(entry.getKey());
            var item = before;
            for (var change : entry.getValue()) {
                if (change instanceof Moderated moderated) {
                    var next = ReviewItem.next(item, moderated.event, moderated.json);
                    older += next == item ? 1 : 0;
                    item = next;
                } else {
                    item = null;
                }
            }
            if (item == null) {
                erased.add(entry.getKey());
            } else if (item != before) {
                written.add(item);
                if (before == null) {
                    added.merge(ArticleReach.key(item.event().comment()), 1L, Long::sum);
                }
            }
        }
        // First, so that what the view shows to be decided is in the audit too.
        await(audit.append(events(changes)).then(audit.forget(erased)));
        older += await(items.write(reaching(written, added), erased));
        for (int i = 0; i < older; i++) {
            workerMetrics.backwardRevision();
        }
    }

    private List<ReviewItem> reaching(List<ReviewItem> written, Map<String, Long> added) {
        if (written.isEmpty()) {
            return written;
        }
        var articles =
                written.stream().map(i -> ArticleReach.key(i.event().comment())).toList();
        var comments = await(reach.add(added).then(reach.of(articles)));
        return written.stream()
                .map(i -> i.reaching(
                        comments.getOrDefault(ArticleReach.key(i.event().comment()), 0L)))
                .toList();
    }

    private static List<ModeratedComment> events(Map<String, List<Change>> changes) {
        return changes.values().stream()
                .flatMap(List::stream)
                .filter(Moderated.class::isInstance)
                .map(change -> ((Moderated) change).event)
                .toList();
    }

    private <T> T await(Mono<T> work) {
        var done = work.block(patience);
        if (done == null) {
            throw new IllegalStateException("the store said nothing");
        }
        return done;
    }

    private sealed interface Change {}

    private record Moderated(ModeratedComment event, String json) implements Change {}

    private record Erased() implements Change {}
}
