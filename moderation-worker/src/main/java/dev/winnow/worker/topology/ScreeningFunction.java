package dev.winnow.worker.topology;

import dev.winnow.events.Comment;
import dev.winnow.events.Policy;
import dev.winnow.events.Verdict;
import dev.winnow.worker.screening.Context;

/** What screens a comment: pure, and for any thread. */
@FunctionalInterface
public interface ScreeningFunction {

    /** What is to be said of a comment under a policy. */
    Verdict screen(Comment comment, Policy policy, Context context);

    /** Whether a verdict is to be looked at again before readers see the comment; none is unless it is said here. */
    default boolean isInDoubt(Verdict verdict) {
        return false;
    }
}
