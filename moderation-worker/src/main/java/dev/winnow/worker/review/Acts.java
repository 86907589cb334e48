package dev.winnow.worker.review;

import dev.winnow.events.TraceParent;
import dev.winnow.worker.review.ActStore.Taken;
import dev.winnow.worker.review.ActStore.Target;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.util.retry.Retry;

/**
 * Carries out decisions on many comments, one act at a time, a few comments of it at once, so that single decisions go on
 * beside it. Each comment gets a decision of its own, with an id that follows from the act and the comment: if this worker
 * dies, another begins the act again, and what was decided already is found so, not decided twice.
 */
@Component
class Acts implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Acts.class);

    private static final Duration LOOK_EVERY = Duration.ofMillis(500);
    private static final Duration RETRY_AT_MOST = Duration.ofSeconds(10);
    private static final Duration TELL_EVERY = Duration.ofMillis(500);
    private static final int TRIES = 3;

    private final ActStore store;
    private final Decisions decisions;
    private final ActSettings settings;
    private @Nullable Disposable work;

    Acts(ActStore store, Decisions decisions, ActSettings settings) {
        this.store = store;
        this.decisions = decisions;
        this.settings = settings;
    }

    @Override
    public void start() {
        work = Flux.interval(LOOK_EVERY)
                .onBackpressureDrop()
                .concatMap(
                        tick -> Mono.defer(store::takeOver)
                                .flatMap(this::carryOut)
                                .doOnError(e -> log.warn("Acts cannot be carried out: {}", e.getMessage()))
                                .retryWhen(Retry.backoff(Long.MAX_VALUE, LOOK_EVERY)
                                        .maxBackoff(RETRY_AT_MOST)),
                        1)
                .subscribe();
    }

    @Override
    public void stop() {
        if (work != null) {
            work.dispose();
        }
        work = null;
    }

    @Override
    public boolean isRunning() {
        return work != null;
    }

    private Mono<Void> carryOut(Taken taken) {
        var applied = new AtomicInteger();
        var refused = new AtomicInteger();
        var failed = new AtomicInteger();
        var over = Sinks.empty();
        var deciding = Flux.fromIterable(taken.targets())
                .flatMap(target -> decide(taken.act(), target), settings.atOnce())
                .doOnNext(outcome -> counter(outcome, applied, refused, failed).incrementAndGet())
                .then()
                .doFinally(signal -> over.tryEmitEmpty());
        var telling = Flux.interval(TELL_EVERY)
                .takeUntilOther(over.asMono())
                .onBackpressureDrop()
                .concatMap(tick -> store.progress(at(taken.act(), Act.State.RUNNING, applied, refused, failed))
                        .onErrorResume(e -> Mono.empty()));
        return Mono.when(deciding, telling)
                .then(Mono.defer(() -> store.progress(at(taken.act(), Act.State.DONE, applied, refused, failed))));
    }

    private Mono<DecisionOutcome> decide(Act act, Target target) {
        var request = new DecisionRequest(act.decision(), act.reason(), act.note(), target.revision());
        var id = "act:" + act.id() + ":" + target.id();
        return decisions
                .decide(target.id(), request, id, act.by(), TraceParent.continuedFrom(null))
                .filter(outcome -> !isUnknown(outcome))
                .repeatWhenEmpty(TRIES, tries -> tries)
                .onErrorReturn(new DecisionOutcome.OnItsWay())
                .defaultIfEmpty(new DecisionOutcome.OnItsWay());
    }

    private static boolean isUnknown(DecisionOutcome outcome) {
        return outcome instanceof DecisionOutcome.NotSent || outcome instanceof DecisionOutcome.OnItsWay;
    }

    private static AtomicInteger counter(
            DecisionOutcome outcome, AtomicInteger applied, AtomicInteger refused, AtomicInteger failed) {
        return outcome instanceof DecisionOutcome.Applied
                ? applied
                : outcome instanceof DecisionOutcome.Refused ? refused : failed;
    }

    private static Act at(
            Act act, Act.State state, AtomicInteger applied, AtomicInteger refused, AtomicInteger failed) {
        return new Act(
                act.id(),
                act.by(),
                act.decision(),
                act.reason(),
                act.note(),
                act.startedAt(),
                state,
                act.comments(),
                applied.get(),
                refused.get(),
                failed.get());
    }
}
