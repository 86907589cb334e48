package dev.winnow.worker.policy;

import dev.winnow.events.CloudEventHeaders;
import dev.winnow.events.EventJson;
import dev.winnow.events.Policy;
import dev.winnow.events.Topics;
import dev.winnow.events.TraceParent;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.function.LongPredicate;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Writes a new policy to its topic and waits until it comes back as the one in force. */
@Component
class PolicyChanges {

    private static final Logger LOG = LoggerFactory.getLogger(PolicyChanges.class);
    private static final String SOURCE = "/winnow/moderation-worker";
    private static final Duration LOOK_EVERY = Duration.ofMillis(10);

    private final PolicyTable table;
    private final KafkaTemplate<String, byte[]> kafka;
    private final PolicySettings settings;
    private final Clock clock;

    PolicyChanges(PolicyTable table, KafkaTemplate<String, byte[]> kafka, PolicySettings settings, Clock clock) {
        this.table = table;
        this.kafka = kafka;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Puts a policy in the place of the one in force.
     *
     * @param request the policy
     * @param expected says of which version in force it may take the place
     * @param by who changes it
     * @param trace the trace of the request
     */
    Mono<PolicyOutcome> change(PolicyRequest request, LongPredicate expected, String by, TraceParent trace) {
        return Mono.defer(() -> {
            var before = table.inForce(request.policy().site());
            if (!expected.test(before.version())) {
                return Mono.just(new PolicyOutcome.ChangedMeanwhile(before));
            }
            var next = request.as(before.version() + 1, by, clock.instant().truncatedTo(ChronoUnit.MILLIS));
            return send(next, trace)
                    .timeout(settings.sendWithin())
                    .then(Mono.defer(() -> outcome(next)))
                    .onErrorResume(failure -> {
                        LOG.warn("Policy {} of site {} not acknowledged", next.version(), next.site(), failure);
                        return Mono.just(new PolicyOutcome.NotAcknowledged());
                    });
        });
    }

    /** The producer may block while it looks for the broker: never on an event loop. */
    private Mono<Void> send(Policy policy, TraceParent trace) {
        var message = new ProducerRecord<>(Topics.POLICIES, policy.key(), EventJson.write(policy));
        var id = policy.site() + ":" + policy.version() + ":"
                + policy.changedAt().toEpochMilli();
        CloudEventHeaders.write(message.headers(), policy, id, SOURCE, trace.next());
        return Mono.fromFuture(() -> kafka.send(message))
                .subscribeOn(Schedulers.boundedElastic())
                .then();
    }

    private Mono<PolicyOutcome> outcome(Policy next) {
        return Flux.interval(Duration.ZERO, LOOK_EVERY)
                .onBackpressureDrop()
                .map(tick -> table.inForce(next.site()))
                .filter(inForce -> inForce.version() >= next.version())
                .next()
                .map(inForce -> inForce.equals(next)
                        ? new PolicyOutcome.InForce(inForce)
                        : new PolicyOutcome.ChangedMeanwhile(inForce))
                .cast(PolicyOutcome.class)
                .timeout(settings.inForceWithin(), Mono.just(new PolicyOutcome.OnItsWay()));
    }
}
