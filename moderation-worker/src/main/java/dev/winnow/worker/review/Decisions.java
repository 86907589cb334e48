package dev.winnow.worker.review;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.uuid.Generators;
import dev.winnow.events.CloudEventHeaders;
import dev.winnow.events.CommentDecided;
import dev.winnow.events.Decider;
import dev.winnow.events.Decision.Action;
import dev.winnow.events.Decision.Refusal;
import dev.winnow.events.EventJson;
import dev.winnow.events.Seen;
import dev.winnow.events.Status;
import dev.winnow.events.Topics;
import dev.winnow.events.TraceParent;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Takes a moderator's decision to the comment's owner and waits until the view shows what became of it. What the view
 * shows to be too late is not sent at all; in all else the owner has the last word.
 */
@Component
class Decisions {

    private static final Logger log = LoggerFactory.getLogger(Decisions.class);

    private static final String SOURCE = "/winnow/moderation-worker";

    private final ReviewItems items;
    private final ReviewProducer producer;
    private final DecisionSettings settings;
    private final Reasons reasons;
    private final ReviewMetrics metrics;

    Decisions(
            ReviewItems items,
            ReviewProducer producer,
            DecisionSettings settings,
            Reasons reasons,
            ReviewMetrics metrics) {
        this.items = items;
        this.producer = producer;
        this.settings = settings;
        this.reasons = reasons;
        this.metrics = metrics;
    }

    /**
     * Decides.
     *
     * @param id the comment's id
     * @param request what the moderator asks for
     * @param moderator the moderator's name
     * @param trace the trace of the request
     */
    Mono<DecisionOutcome> decide(String id, DecisionRequest request, String moderator, TraceParent trace) {
        // The making of ids may block.
        return Mono.fromCallable(
                        () -> Generators.timeBasedEpochGenerator().generate().toString())
                .subscribeOn(Schedulers.boundedElastic())
                .flatMap(decisionId -> decide(id, request, decisionId, moderator, trace));
    }

    /**
     * Decides under an id of the caller's: who asks again with the same one, after a crash say, decides nothing twice.
     *
     * @param decisionId the decision's own id
     */
    Mono<DecisionOutcome> decide(
            String id, DecisionRequest request, String decisionId, String moderator, TraceParent trace) {
        var began = System.nanoTime();
        return items.find(id)
                .flatMap(item -> item.decision(decisionId).isPresent()
                        ? Mono.just(outcome(item, decisionId))
                        : notToBeSent(item, request)
                                .map(Mono::just)
                                .orElseGet(() -> send(item, request, decisionId, moderator, trace)))
                .defaultIfEmpty(new DecisionOutcome.NoComment())
                .doOnNext(outcome ->
                        metrics.decided(request.action(), outcome, Duration.ofNanos(System.nanoTime() - began)));
    }

    private Optional<DecisionOutcome> notToBeSent(ReviewItem item, DecisionRequest request) {
        var allowed = reasons.of(item.event().comment().site());
        return request.hasReasonOf(allowed)
                ? tooLate(item, request)
                : Optional.of(new DecisionOutcome.NotOfThePolicy(allowed));
    }

    /** What the owner would say too, as far as the view shows it already. */
    private static Optional<DecisionOutcome> tooLate(ReviewItem item, DecisionRequest request) {
        var status = item.event().status();
        if (request.revision() > item.revision()) {
            return Optional.of(new DecisionOutcome.NeverSeen(item.revision()));
        }
        if (status == Status.WITHDRAWN) {
            return Optional.of(new DecisionOutcome.Refused(item, Refusal.WITHDRAWN));
        }
        if (request.revision() < item.since()) {
            var textIsNew = item.event().rulingPosition() == 0;
            return Optional.of(
                    new DecisionOutcome.Refused(item, textIsNew ? Refusal.TEXT_CHANGED : Refusal.DECIDED_FIRST));
        }
        if (request.action() == Action.RETRACT && status != Status.APPROVED) {
            return Optional.of(new DecisionOutcome.Refused(item, Refusal.NOT_APPROVED));
        }
        return Optional.empty();
    }

    private static CommentDecided command(
            ReviewItem item, DecisionRequest request, String decisionId, String moderator) {
        var event = item.event();
        return new CommentDecided(
                item.id(),
                event.comment().site(),
                event.comment().article(),
                decisionId,
                request.action(),
                new Decider(Decider.Kind.MODERATOR, moderator),
                request.reason(),
                request.note(),
                // The revision is not older than the view's present text and ruling, so these are what was seen.
                new Seen(request.revision(), event.textPosition(), event.rulingPosition()),
                Instant.now());
    }

    private Mono<DecisionOutcome> send(
            ReviewItem item, DecisionRequest request, String decisionId, String moderator, TraceParent trace) {
        // The producer blocks while it looks for the broker: not on an event loop.
        return Mono.fromCallable(() -> command(item, request, decisionId, moderator))
                .flatMap(command ->
                        Mono.fromFuture(producer.send(outgoing(command, trace))).thenReturn(command))
                .subscribeOn(Schedulers.boundedElastic())
                .flatMap(this::outcome)
                .onErrorResume(e -> {
                    log.warn(
                            "A decision on {} was not acknowledged, trace {}: {}",
                            item.id(),
                            trace.traceId(),
                            e.toString());
                    return Mono.just(new DecisionOutcome.NotSent());
                });
    }

    private static ProducerRecord<byte[], byte[]> outgoing(CommentDecided command, TraceParent trace) {
        var outgoing = new ProducerRecord<>(Topics.DECIDED, command.id().getBytes(UTF_8), EventJson.write(command));
        CloudEventHeaders.write(outgoing.headers(), command, command.decisionId(), SOURCE, trace.next());
        return outgoing;
    }

    private Mono<DecisionOutcome> outcome(CommentDecided command) {
        return items.await(
                        command.id(),
                        item -> item.decision(command.decisionId()).isPresent(),
                        settings.outcomeTimeout())
                .<DecisionOutcome>map(item -> outcome(item, command.decisionId()))
                .defaultIfEmpty(new DecisionOutcome.OnItsWay());
    }

    private static DecisionOutcome outcome(ReviewItem item, String decisionId) {
        var why = item.decision(decisionId).orElseThrow().refused();
        return why == null ? new DecisionOutcome.Applied(item) : new DecisionOutcome.Refused(item, why);
    }
}
