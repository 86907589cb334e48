package dev.winnow.worker.secondopinion;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.winnow.events.CloudEventHeaders;
import dev.winnow.events.CommentDecided;
import dev.winnow.events.Decider;
import dev.winnow.events.Decision;
import dev.winnow.events.EventJson;
import dev.winnow.events.ModeratedComment;
import dev.winnow.events.Received;
import dev.winnow.events.Status;
import dev.winnow.events.Topics;
import dev.winnow.events.Verdict;
import dev.winnow.worker.metrics.WorkerMetrics;
import dev.winnow.worker.policy.PolicyTable;
import dev.winnow.worker.secondopinion.SecondOpinion.Screened;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.BatchListenerFailedException;
import org.springframework.kafka.listener.BatchMessageListener;

/**
 * Answers {@code comments.moderated} with decisions on what is in doubt, on a Kafka listener's thread. A batch may be
 * taken again: its decisions have the same ids, which their owners know.
 */
final class OpinionGiver implements BatchMessageListener<byte[], byte[]> {

    private static final String SOURCE = "/winnow/moderation-worker/second-opinion";

    private final SecondOpinion opinion;
    private final PolicyTable policies;
    private final KafkaTemplate<String, byte[]> kafka;
    private final WorkerMetrics metrics;
    private final Duration patience;
    private final Clock clock;

    OpinionGiver(
            SecondOpinion opinion,
            PolicyTable policies,
            KafkaTemplate<String, byte[]> kafka,
            WorkerMetrics metrics,
            Duration patience,
            Clock clock) {
        this.opinion = opinion;
        this.policies = policies;
        this.kafka = kafka;
        this.metrics = metrics;
        this.patience = patience;
        this.clock = clock;
    }

    @Override
    public void onMessage(List<ConsumerRecord<byte[], byte[]>> records) {
        try {
            var asked = asked(records);
            if (!asked.isEmpty()) {
                long started = System.nanoTime();
                var verdicts =
                        opinion.on(asked.stream().map(a -> screened(a.comment)).toList());
                metrics.opinions(asked.size(), Duration.ofNanos(System.nanoTime() - started));
                send(asked, verdicts);
            }
        } catch (RuntimeException e) {
            throw new BatchListenerFailedException("no opinion was given", e, 0);
        }
    }

    /** The comments that wait for an opinion, as each stands at the end of the batch. What is no event is for the view to set aside. */
    private List<Asked> asked(List<ConsumerRecord<byte[], byte[]>> records) {
        var newest = new LinkedHashMap<String, Asked>();
        for (var incoming : records) {
            if (incoming.key() == null) {
                continue;
            }
            var id = new String(incoming.key(), UTF_8);
            newest.remove(id);
            if (incoming.value() != null
                    && EventJson.moderated(incoming.headers(), incoming.value())
                            instanceof Received.Known<ModeratedComment> known
                    && isAsked(known.event())) {
                newest.put(id, new Asked(known.event(), incoming));
            }
        }
        return List.copyOf(newest.values());
    }

    private boolean isAsked(ModeratedComment comment) {
        boolean waits = comment.status() == Status.PENDING || comment.status() == Status.FLAGGED;
        return waits
                && comment.rulingPosition() == 0
                && opinion.isAskedFor(comment.verdict())
                && comment.decisions().stream().noneMatch(d -> d.id().equals(decisionId(comment)));
    }

    private Screened screened(ModeratedComment comment) {
        return new Screened(
                comment.comment(), policies.inForce(comment.comment().site()), comment.verdict());
    }

    private void send(List<Asked> asked, List<Verdict> verdicts) {
        var sent = new ArrayList<CompletableFuture<?>>();
        for (int i = 0; i < asked.size(); i++) {
            sent.add(kafka.send(outgoing(asked.get(i), verdicts.get(i))));
        }
        try {
            CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new))
                    .get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted before decisions were acknowledged", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("decisions were not acknowledged", e);
        }
    }

    private ProducerRecord<String, byte[]> outgoing(Asked asked, Verdict verdict) {
        var comment = asked.comment;
        var decision = new CommentDecided(
                comment.id(),
                comment.comment().site(),
                comment.comment().article(),
                decisionId(comment),
                verdict.outcome() == Verdict.Outcome.FLAG ? Decision.Action.FLAG : Decision.Action.APPROVE,
                new Decider(Decider.Kind.OPINION, opinion.version()),
                null,
                new OpinionNote(verdict.spam(), verdict.abuse()).text(),
                comment.seen(),
                clock.instant());
        var outgoing = new ProducerRecord<>(Topics.DECIDED, comment.id(), EventJson.write(decision));
        var trace = CloudEventHeaders.trace(asked.incoming.headers()).next();
        CloudEventHeaders.write(
                outgoing.headers(), decision, decision.id() + ":" + decision.decisionId(), SOURCE, trace);
        return outgoing;
    }

    /** One opinion of a model on a text. */
    private String decisionId(ModeratedComment comment) {
        return "opinion:" + comment.textPosition() + ":" + opinion.version();
    }

    private record Asked(ModeratedComment comment, ConsumerRecord<byte[], byte[]> incoming) {}
}
