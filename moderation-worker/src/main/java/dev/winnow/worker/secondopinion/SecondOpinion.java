package dev.winnow.worker.secondopinion;

import dev.winnow.events.Comment;
import dev.winnow.events.Policy;
import dev.winnow.events.Signal;
import dev.winnow.events.Verdict;
import dev.winnow.worker.classifier.Classifier.Scores;
import dev.winnow.worker.screening.Screening;
import dev.winnow.worker.screening.SignalName;
import dev.winnow.worker.screening.Signals;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Looks again at comments that screening left in doubt: a pure function, batch by batch. Safe for any thread. */
public final class SecondOpinion {

    private final SecondModel model;
    private final Doubt doubt;

    public SecondOpinion(SecondModel model, Doubt doubt) {
        this.model = model;
        this.doubt = doubt;
    }

    /** By which decisions and verdicts name the model. */
    public String version() {
        return model.version();
    }

    /** Whether screening's word on a comment is in doubt. */
    public boolean isAskedFor(Verdict verdict) {
        return doubt.isIn(verdict);
    }

    /**
     * The verdicts on some comments, in their order: screening's own where nothing is in doubt, else the two models' word
     * together. A model knows no certainty: it approves or calls a moderator, and never refuses.
     */
    public List<Verdict> on(List<Screened> comments) {
        var doubtful = comments.stream().filter(c -> doubt.isIn(c.verdict())).toList();
        var scores = model.weigh(doubtful.stream()
                .map(c -> new SecondModel.Doubtful(
                        c.comment().text(),
                        new Scores(c.verdict().spam(), c.verdict().abuse())))
                .toList());
        var verdicts = new ArrayList<Verdict>(comments.size());
        int next = 0;
        for (var comment : comments) {
            verdicts.add(
                    doubt.isIn(comment.verdict())
                            ? together(comment.policy(), comment.verdict(), scores.get(next++))
                            : comment.verdict());
        }
        return verdicts;
    }

    private Verdict together(Policy policy, Verdict first, Scores scores) {
        boolean flagged = scores.spam() >= policy.spam().flag()
                || scores.abuse() >= policy.abuse().flag();
        return new Verdict(
                flagged ? Verdict.Outcome.FLAG : Verdict.Outcome.APPROVE,
                scores.spam(),
                scores.abuse(),
                signals(first, scores),
                first.policyVersion(),
                first.model() + "+" + model.version());
    }

    private static List<Signal> signals(Verdict first, Scores scores) {
        var signals = new ArrayList<Signal>();
        add(signals, SignalName.SECOND_SPAM, Signal.Category.SPAM, scores.spam());
        add(signals, SignalName.SECOND_ABUSE, Signal.Category.ABUSE, scores.abuse());
        signals.addAll(first.signals());
        return signals;
    }

    private static void add(List<Signal> signals, SignalName name, Signal.Category category, double strength) {
        if (strength >= Screening.SHOWN_FROM) {
            signals.add(Signals.whole(name, category, strength, Map.of()));
        }
    }

    /**
     * A comment and what screening said of it.
     *
     * @param comment the comment
     * @param policy the policy in force
     * @param verdict screening's word
     */
    public record Screened(Comment comment, Policy policy, Verdict verdict) {}
}
