package dev.winnow.worker.secondopinion;

import dev.winnow.events.Signal;
import dev.winnow.events.Verdict;
import dev.winnow.worker.screening.SignalName;

/**
 * When screening's word is not enough.
 *
 * @param from the least probability of spam or abuse, 0 to 1, from which a comment is looked at again; above 1 none is
 */
public record Doubt(double from) {

    /** The doubt of a service whose settings say nothing else. */
    public static final Doubt BUILT_IN = new Doubt(0.05);

    /** Screening always has the last word. */
    public static final Doubt NONE = new Doubt(2);

    /**
     * Whether a second opinion is asked. What is refused has reasons that a model cannot take back; what calls for a
     * person's attention, and what the site itself has put on its list, is for a person.
     */
    public boolean isIn(Verdict verdict) {
        return verdict.outcome() != Verdict.Outcome.REJECT
                && Math.max(verdict.spam(), verdict.abuse()) >= from
                && verdict.signals().stream().noneMatch(Doubt::isForAPerson);
    }

    private static boolean isForAPerson(Signal signal) {
        return signal.category() == Signal.Category.ATTENTION || signal.name().equals(SignalName.SITE_TERM.word());
    }
}
