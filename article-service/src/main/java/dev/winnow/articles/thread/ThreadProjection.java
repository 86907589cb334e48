package dev.winnow.articles.thread;

import dev.winnow.articles.ArticleMetrics;
import dev.winnow.articles.kafka.DeadLetters;
import dev.winnow.articles.kafka.Progress;
import dev.winnow.articles.kafka.StartsFromStore;
import dev.winnow.articles.store.StoreSettings;
import dev.winnow.events.Topics;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/**
 * Projects {@code comments.moderated} into MongoDB. Runs on a listener's thread, which waits there for the store, within
 * a bounded time: offsets are committed only after the write. If the write fails the whole batch is taken again, for as
 * long as it takes; taking it twice changes nothing.
 */
@Component
class ThreadProjection extends StartsFromStore {

    private static final Logger log = LoggerFactory.getLogger(ThreadProjection.class);

    private final CommentWriter writer;
    private final Progress progress;
    private final DeadLetters deadLetters;
    private final ArticleMetrics metrics;
    private final StoreSettings store;

    ThreadProjection(
            CommentWriter writer,
            Progress progress,
            DeadLetters deadLetters,
            ArticleMetrics metrics,
            StoreSettings store) {
        super(progress, store.timeout());
        this.writer = writer;
        this.progress = progress;
        this.deadLetters = deadLetters;
        this.metrics = metrics;
        this.store = store;
    }

    @KafkaListener(
            id = "article-service-threads",
            idIsGroup = false,
            groupId = "${winnow.articles.projection.group}",
            clientIdPrefix = "article-service-threads",
            topics = Topics.MODERATED,
            batch = "true",
            autoStartup = "false")
    void project(List<ConsumerRecord<String, byte[]>> records) {
        var newest = new LinkedHashMap<String, Change>();
        var next = new HashMap<Integer, Long>();
        for (var record : records) {
            next.merge(record.partition(), record.offset() + 1, Math::max);
            var read = ModeratedRecord.read(record);
            if (read instanceof ModeratedRecord.Changed changed) {
                newest.merge(changed.change().id(), changed.change(), ThreadProjection::newer);
            } else if (read instanceof ModeratedRecord.NewerKind newer) {
                metrics.newerKind(Topics.MODERATED);
                log.debug("Passed over {} at {}-{}", newer.type(), record.partition(), record.offset());
            } else if (read instanceof ModeratedRecord.Unreadable unreadable) {
                deadLetters.send(record, unreadable.why());
            }
        }
        writer.write(newest).then(progress.note(Topics.MODERATED, next)).block(store.writeTimeout());
        newest.values().forEach(this::count);
    }

    /** Of two changes in the order of the log; a tombstone ends everything before it. */
    private static Change newer(Change first, Change second) {
        return first instanceof CommentChange a
                        && second instanceof CommentChange b
                        && a.version().isNewerThan(b.version())
                ? first
                : second;
    }

    private void count(Change change) {
        if (change instanceof CommentChange comment) {
            metrics.projected(comment.status());
            log.debug(
                    "Projected comment {} as {}, revision {}, trace {}",
                    comment.id(),
                    comment.status(),
                    comment.version().revision(),
                    comment.trace());
        } else {
            metrics.erased();
            log.debug("Erased comment {}", change.id());
        }
    }
}
