package dev.winnow.articles.live;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import dev.winnow.articles.ArticleMetrics;
import dev.winnow.articles.kafka.Progress;
import dev.winnow.articles.thread.CommentStore;
import dev.winnow.articles.thread.ThreadKey;
import dev.winnow.articles.thread.ThreadSnapshot;
import dev.winnow.events.Topics;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * The threads in memory, bounded by what they weigh. A thread is read from MongoDB once, however many ask, and then kept
 * true by the tail; it stays while the store is away.
 */
@Component
class ThreadCache {

    private static final Duration AS_LONG_AS_THERE_IS_ROOM = Duration.ofNanos(Long.MAX_VALUE);

    private final AsyncCache<ThreadKey, HotThread> threads;
    private final LiveThreads live;
    private final CommentStore store;
    private final Progress progress;
    private final int largest;
    private final ArticleMetrics metrics;

    ThreadCache(
            LiveThreads live, CommentStore store, Progress progress, ThreadSettings settings, ArticleMetrics metrics) {
        this.live = live;
        this.store = store;
        this.progress = progress;
        this.largest = settings.largest();
        this.metrics = metrics;
        this.threads = Caffeine.newBuilder()
                .maximumWeight(settings.cache().toBytes())
                .weigher((ThreadKey key, HotThread thread) -> thread.weigh())
                .expireAfter(Expiry.creating(
                        (ThreadKey key, HotThread thread) -> thread.asOf() == null || thread.snapshot() == null
                                ? AS_LONG_AS_THERE_IS_ROOM
                                : settings.unsettled()))
                .removalListener((key, thread, cause) -> {
                    if (thread != null) {
                        live.release(thread);
                    }
                })
                .buildAsync();
        metrics.gauge(ArticleMetrics.HOT_THREADS, () -> threads.synchronous().estimatedSize());
        metrics.gauge(ArticleMetrics.HOT_BYTES, this::bytes);
    }

    private long bytes() {
        return threads.synchronous()
                .policy()
                .eviction()
                .map(eviction -> eviction.weightedSize().orElse(0))
                .orElse(0L);
    }

    /** The thread, from memory if it is there. */
    Mono<HotThread> get(ThreadKey key) {
        var present = threads.getIfPresent(key);
        if (present != null && present.isDone() && !present.isCompletedExceptionally()) {
            metrics.hotRead();
            return Mono.just(present.join());
        }
        return Mono.fromFuture(() -> threads.get(key, (k, executor) -> load(k)), true);
    }

    /** The thread as it is now, if it is in memory and kept true. */
    @Nullable
    ThreadSnapshot snapshot(ThreadKey key) {
        var present = threads.synchronous().getIfPresent(key);
        return present == null || present.asOf() != null ? null : present.snapshot();
    }

    private CompletableFuture<HotThread> load(ThreadKey key) {
        metrics.loadedRead();
        // In this order: what is read after the progress holds at least what the progress says.
        return progress.positions(Topics.MODERATED)
                .flatMap(projected ->
                        store.approved(key, largest + 1).map(comments -> live.adopt(key, comments, projected)))
                .toFuture();
    }

    /** Lets the cache know that a thread takes more room now. */
    void weighAgain(HotThread thread) {
        threads.synchronous().asMap().replace(thread.key(), thread, thread);
    }
}
