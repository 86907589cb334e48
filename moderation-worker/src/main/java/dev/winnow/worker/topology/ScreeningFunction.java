package dev.winnow.worker.topology;

import dev.winnow.events.Comment;
import dev.winnow.events.Policy;
import dev.winnow.events.Verdict;
import dev.winnow.worker.screening.Context;

/** What screens a comment: pure, and for any thread. */
@FunctionalInterface
public interface ScreeningFunction {

    Verdict screen(Comment comment, Policy policy, Context context);
}
