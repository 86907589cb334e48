package dev.winnow.worker.review;

import dev.winnow.events.Decision;
import dev.winnow.worker.metrics.WorkerMetrics;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Locale;
import java.util.function.IntSupplier;
import org.springframework.stereotype.Component;

/** Counts and times what the desk does, under the names that {@link WorkerMetrics} explains. */
@Component
class ReviewMetrics {

    private final MeterRegistry registry;
    private final Timer decisionTime;
    private final Timer viewDelay;
    private volatile double flagged = Double.NaN;

    ReviewMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.decisionTime = timer(WorkerMetrics.REVIEW_DECISION_TIME, Duration.ofMillis(5), Duration.ofSeconds(10));
        this.viewDelay = timer(WorkerMetrics.REVIEW_VIEW_DELAY, Duration.ofMillis(1), Duration.ofMinutes(1));
        Gauge.builder(WorkerMetrics.REVIEW_QUEUE, () -> flagged).register(registry);
    }

    /** How many comments wait for a moderator; not a number while nobody knows. */
    void flagged(double comments) {
        flagged = comments;
    }

    /** A moderator decided. */
    void decided(Decision.Action action, DecisionOutcome outcome, Duration time) {
        var word = action.name().toLowerCase(Locale.ROOT);
        registry.counter(WorkerMetrics.REVIEW_DECISIONS, "action", word, "outcome", outcome.word())
                .increment();
        decisionTime.record(time);
    }

    /** How long after it was sent an event was in the view. */
    void inViewAfter(Duration delay) {
        viewDelay.record(delay.isNegative() ? Duration.ZERO : delay);
    }

    /** From now on says how many desks are kept live. */
    void watch(IntSupplier liveDesks) {
        Gauge.builder(WorkerMetrics.REVIEW_DESKS, liveDesks, IntSupplier::getAsInt)
                .register(registry);
    }

    private Timer timer(String name, Duration least, Duration most) {
        return Timer.builder(name)
                .publishPercentileHistogram()
                .minimumExpectedValue(least)
                .maximumExpectedValue(most)
                .register(registry);
    }
}
