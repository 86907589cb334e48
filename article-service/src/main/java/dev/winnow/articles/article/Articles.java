package dev.winnow.articles.article;

import com.github.benmanes.caffeine.cache.AsyncCacheLoader;
import com.github.benmanes.caffeine.cache.AsyncLoadingCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.winnow.articles.thread.ThreadKey;
import dev.winnow.events.Article;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Articles, from memory where they were asked for of late. What is in memory is looked up anew after a few seconds, and
 * stays when the store is away.
 */
@Component
public final class Articles {

    private static final Duration FRESH = Duration.ofSeconds(5);
    private static final Duration KEPT = Duration.ofHours(1);
    private static final Duration UNTIL_PROJECTED = Duration.ofMinutes(1);
    private static final long MOST_CHARACTERS = 16 * 1024 * 1024;
    private static final int OVERHEAD = 500;

    private final AsyncLoadingCache<String, Known> known;
    private final ArticleStore store;

    Articles(ArticleStore store) {
        this.store = store;
        this.known = Caffeine.newBuilder()
                .maximumWeight(MOST_CHARACTERS)
                .weigher((String key, Known value) -> value.weight())
                .refreshAfterWrite(FRESH)
                .expireAfterAccess(KEPT)
                .buildAsync(new Loader());
    }

    /** The article of a thread; empty if none was registered. */
    public Mono<Article> find(ThreadKey thread) {
        return Mono.fromFuture(() -> known.get(thread.value()), true)
                .mapNotNull(found -> found.state == null ? null : found.state.article());
    }

    /** Remembers an article that was registered here just now, until the projection has it. */
    void registered(ArticleState state) {
        known.put(state.article().key(), CompletableFuture.completedFuture(new Known(state, Instant.now())));
    }

    /** What is known of an article, which may be that there is none. */
    private record Known(@Nullable ArticleState state, Instant registeredHere) {

        int weight() {
            return state == null || state.article().text() == null
                    ? OVERHEAD
                    : OVERHEAD + state.article().text().length();
        }

        /** This, or what the store has if that is at least as new. */
        Known or(Known stored) {
            var waits = state != null
                    && registeredHere.plus(UNTIL_PROJECTED).isAfter(Instant.now())
                    && (stored.state == null || stored.state.offset() < state.offset());
            return waits ? this : stored;
        }
    }

    private final class Loader implements AsyncCacheLoader<String, Known> {

        @Override
        public CompletableFuture<Known> asyncLoad(String key, Executor executor) {
            return store.find(key)
                    .map(state -> new Known(state, Instant.EPOCH))
                    .defaultIfEmpty(new Known(null, Instant.EPOCH))
                    .toFuture();
        }

        @Override
        public CompletableFuture<Known> asyncReload(String key, Known old, Executor executor) {
            return asyncLoad(key, executor).thenApply(old::or);
        }
    }
}
