package dev.winnow.worker.secondopinion;

import dev.winnow.events.Comment;
import dev.winnow.events.Policy;
import dev.winnow.events.Verdict;
import dev.winnow.worker.screening.Context;
import dev.winnow.worker.screening.Screening;
import dev.winnow.worker.topology.ScreeningFunction;

/**
 * Screening that says when it is not sure.
 *
 * @param screening what screens
 * @param doubt when it is not sure
 */
record ScreeningWithDoubt(Screening screening, Doubt doubt) implements ScreeningFunction {

    @Override
    public Verdict screen(Comment comment, Policy policy, Context context) {
        return screening.screen(comment, policy, context);
    }

    @Override
    public boolean isInDoubt(Verdict verdict) {
        return doubt.isIn(verdict);
    }
}
