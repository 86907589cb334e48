package dev.winnow.worker.policy;

import dev.winnow.events.Comment;
import dev.winnow.events.Policy;
import dev.winnow.events.Verdict;

/** Says what screening would do with a comment under a policy, knowing nothing of its author. */
@FunctionalInterface
public interface TriedScreening {

    Verdict.Outcome of(Comment comment, Policy policy);
}
