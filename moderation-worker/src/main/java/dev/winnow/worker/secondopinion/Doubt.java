package dev.winnow.worker.secondopinion;

import dev.winnow.events.Signal;
import dev.winnow.events.Verdict;
import dev.winnow.worker.screening.SignalName;

/**
 * When screening's word is not enough.
 *
 * @param from the least probability of spam or abuse, 0 to 1, from which a comment is looked at again
 * @param below the probability from which it is not, as screening is sure of it
 */
public record Doubt(double from, double below) {

    /** The doubt of a service whose settings say nothing else. */
    public static final Doubt BUILT_IN = new Doubt(0.06, 0.9);

    /** Screening always has the last word. */
    public static final Doubt NONE = new Doubt(1, 1);

    /**
     * Whether a second opinion is asked. What is refused has reasons that a model cannot take back; what calls for a
     * person's attention, and what the site itself has put on its list, is for a person.
     */
    public boolean isIn(Verdict verdict) {
        double worst = Math.max(verdict.spam(), verdict.abuse());
        return verdict.outcome() != Verdict.Outcome.REJECT
                && worst >= from
                && worst < below
                && verdict.signals().stream().noneMatch(Doubt::isForAPerson);
    }

    private static boolean isForAPerson(Signal signal) {
        return signal.category() == Signal.Category.ATTENTION || signal.name().equals(SignalName.SITE_TERM.word());
    }
}
