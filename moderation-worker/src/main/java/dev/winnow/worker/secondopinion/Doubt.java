package dev.winnow.worker.secondopinion;

import dev.winnow.events.Signal;
import dev.winnow.events.Verdict;

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
     * Whether a second opinion is asked. What is refused has reasons that a model cannot take back, and what calls for a
     * person's attention is for a person.
     */
    public boolean isIn(Verdict verdict) {
        return verdict.outcome() != Verdict.Outcome.REJECT
                && Math.max(verdict.spam(), verdict.abuse()) >= from
                && verdict.signals().stream().noneMatch(s -> s.category() == Signal.Category.ATTENTION);
    }
}
