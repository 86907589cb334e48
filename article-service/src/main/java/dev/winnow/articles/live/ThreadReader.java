package dev.winnow.articles.live;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.winnow.articles.ArticleMetrics;
import dev.winnow.articles.kafka.Progress;
import dev.winnow.articles.thread.CommentChange;
import dev.winnow.articles.thread.CommentStore;
import dev.winnow.articles.thread.PageQuery;
import dev.winnow.articles.thread.ThreadKey;
import dev.winnow.events.Topics;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Answers what readers ask about threads: from memory where it can, else from MongoDB. */
@Component
public final class ThreadReader {

    private static final int PAGES = 500;
    private static final int COUNTS = 10_000;

    private final ThreadCache cache;
    private final LiveThreads live;
    private final CommentStore store;
    private final Progress progress;
    private final ArticleMetrics metrics;
    private final AsyncCache<PageKey, Listing> largePages;
    private final Cache<ThreadKey, Long> counts;

    ThreadReader(
            ThreadCache cache,
            LiveThreads live,
            CommentStore store,
            Progress progress,
            ThreadSettings settings,
            ArticleMetrics metrics) {
        this.cache = cache;
        this.live = live;
        this.store = store;
        this.progress = progress;
        this.metrics = metrics;
        this.largePages = Caffeine.newBuilder()
                .maximumSize(PAGES)
                .expireAfterWrite(settings.unsettled())
                .buildAsync();
        this.counts = Caffeine.newBuilder()
                .maximumSize(COUNTS)
                .expireAfterWrite(settings.unsettled())
                .build();
    }

    /** A page of a thread. An article nobody heard of has an empty one. */
    public Mono<Listing> page(ThreadKey thread, PageQuery query) {
        return cache.get(thread).flatMap(hot -> {
            // Before the snapshot: whatever is before these positions is in the snapshot.
            var now = hot.asOf() == null ? live.positions() : hot.asOf();
            var snapshot = hot.snapshot();
            return snapshot == null ? largePage(thread, query) : Mono.just(new Listing(snapshot.page(query), now));
        });
    }

    private Mono<Listing> largePage(ThreadKey thread, PageQuery query) {
        metrics.largeRead();
        return Mono.fromFuture(
                () -> largePages.get(
                        new PageKey(thread, query),
                        (key, executor) -> progress.positions(Topics.MODERATED)
                                .flatMap(projected ->
                                        store.page(thread, query).map(page -> new Listing(page, projected)))
                                .toFuture()),
                true);
    }

    /** One comment as it stands; empty when nobody knows it. */
    public Mono<CommentChange> comment(String id) {
        var recent = live.latest(id);
        return recent == null ? store.comment(id) : Mono.just(recent);
    }

    /** How many comments readers see in each of these threads, in the order given. */
    public Mono<Map<ThreadKey, Long>> counts(Collection<ThreadKey> threads) {
        var all = new LinkedHashMap<ThreadKey, Long>();
        var missing = new ArrayList<ThreadKey>();
        for (var thread : threads) {
            var known = knownCount(thread);
            if (known == null) {
                missing.add(thread);
            }
            all.put(thread, known == null ? 0 : known);
        }
        if (missing.isEmpty()) {
            return Mono.just(all);
        }
        return store.counts(missing).map(found -> {
            for (var thread : missing) {
                var count = found.getOrDefault(thread.value(), 0L);
                counts.put(thread, count);
                all.put(thread, count);
            }
            return all;
        });
    }

    private @Nullable Long knownCount(ThreadKey thread) {
        var snapshot = cache.snapshot(thread);
        return snapshot == null ? counts.getIfPresent(thread) : Long.valueOf(snapshot.size());
    }

    private record PageKey(ThreadKey thread, PageQuery query) {}
}
