package dev.winnow.worker.review;

import dev.winnow.events.Status;
import dev.winnow.worker.signin.Reach;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * How many comments wait: for a moderator, and for a second opinion. However many ask, the store is asked once a second at
 * most; every quarter of a minute it is asked in any case, for the metric. Only what waits is counted, as that stays few.
 */
@Component
class QueueCounts implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(QueueCounts.class);

    private static final Duration GOOD_FOR = Duration.ofSeconds(1);
    private static final Duration MEASURED_EVERY = Duration.ofSeconds(15);

    /** More kinds of moderators than that, by their sites, are not remembered at once. */
    private static final int REACHES = 200;

    private final ReviewItems items;
    private final ReviewMetrics metrics;
    private final Mono<Counts> now;
    private final Map<Reach, Mono<Counts>> ofReaches = new ConcurrentHashMap<>();
    private @Nullable Disposable measuring;

    QueueCounts(ReviewItems items, ReviewMetrics metrics) {
        this.items = items;
        this.metrics = metrics;
        this.now = kept(of(Reach.ALL).doOnNext(counts -> metrics.flagged(counts.flagged())));
    }

    /** The counts over those sites, at most a second old. */
    Mono<Counts> now(Reach reach) {
        if (reach.equals(Reach.ALL)) {
            return now;
        }
        if (ofReaches.size() >= REACHES) {
            ofReaches.clear();
        }
        return ofReaches.computeIfAbsent(reach, r -> kept(of(r)));
    }

    private Mono<Counts> of(Reach reach) {
        return items.count(Status.FLAGGED, reach).zipWith(items.count(Status.PENDING, reach), Counts::new);
    }

    private static Mono<Counts> kept(Mono<Counts> counts) {
        return counts.cache(found -> GOOD_FOR, error -> Duration.ZERO, () -> Duration.ZERO);
    }

    @Override
    public void start() {
        measuring = Flux.interval(Duration.ZERO, MEASURED_EVERY)
                .onBackpressureDrop()
                .concatMap(tick -> now.onErrorResume(e -> {
                    metrics.flagged(Double.NaN);
                    log.warn("The queue cannot be counted: {}", e.getMessage());
                    return Mono.empty();
                }))
                .subscribe();
    }

    @Override
    public void stop() {
        if (measuring != null) {
            measuring.dispose();
        }
        measuring = null;
    }

    @Override
    public boolean isRunning() {
        return measuring != null;
    }

    /**
     * How many comments wait.
     *
     * @param flagged for a moderator
     * @param pending for a second opinion
     */
    record Counts(long flagged, long pending) {}
}
