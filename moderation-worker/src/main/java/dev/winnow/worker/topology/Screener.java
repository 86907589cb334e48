package dev.winnow.worker.topology;

import dev.winnow.events.Article;
import dev.winnow.events.AuthorHistory;
import dev.winnow.events.Comment;
import dev.winnow.events.Signal;
import dev.winnow.events.Verdict;
import dev.winnow.worker.authors.AuthorHistories;
import dev.winnow.worker.metrics.WorkerMetrics;
import dev.winnow.worker.ownership.Rules;
import dev.winnow.worker.policy.PolicyTable;
import dev.winnow.worker.screening.Context;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Screens a comment under the policy in force, with its author's history and its article's title. Lives on a stream thread. */
final class Screener implements Rules {

    private static final Logger LOG = LoggerFactory.getLogger(Screener.class);

    private final ScreeningFunction screening;
    private final PolicyTable policies;
    private final ReadOnlyKeyValueStore<String, AuthorHistory> histories;
    private final ReadOnlyKeyValueStore<String, String> titles;
    private final WorkerMetrics metrics;

    Screener(
            ScreeningFunction screening,
            PolicyTable policies,
            ReadOnlyKeyValueStore<String, AuthorHistory> histories,
            ReadOnlyKeyValueStore<String, String> titles,
            WorkerMetrics metrics) {
        this.screening = screening;
        this.policies = policies;
        this.histories = histories;
        this.titles = titles;
        this.metrics = metrics;
    }

    @Override
    public Verdict screen(Comment comment) {
        var started = System.nanoTime();
        var verdict = verdict(comment);
        metrics.screened(verdict, Duration.ofNanos(System.nanoTime() - started));
        return verdict;
    }

    @Override
    public int reportsToFlag(String site) {
        return policies.inForce(site).reportsToFlag();
    }

    @Override
    public boolean isInDoubt(Verdict verdict) {
        return screening.isInDoubt(verdict);
    }

    private Verdict verdict(Comment comment) {
        var policy = policies.inForce(comment.site());
        var title = titles.get(Article.key(comment.site(), comment.article()));
        var context = new Context(AuthorHistories.of(comment, histories), title);
        try {
            return screening.screen(comment, policy, context);
        } catch (RuntimeException e) {
            // What could not be screened is for a person, never approved.
            LOG.error(
                    "Screening failed for comment {}: {}",
                    comment.id(),
                    e.getClass().getName(),
                    e);
            var failed = new Signal(
                    "screening-failed", Signal.Category.ATTENTION, 1, Signal.Field.TEXT, List.of(), Map.of());
            return new Verdict(Verdict.Outcome.FLAG, 0, 0, List.of(failed), policy.version(), "none");
        }
    }
}
