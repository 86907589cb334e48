package dev.winnow.worker.ownership;

import dev.winnow.events.Comment;
import dev.winnow.events.Verdict;

/** What ownership asks of screening and policy when it takes a command. */
public interface Rules {

    /** What screening says of a comment that is new or edited. Never throws. */
    Verdict screen(Comment comment);

    /** Whether what screening said is to be looked at again before readers see the comment. */
    default boolean isInDoubt(Verdict verdict) {
        return false;
    }

    /** How many distinct reporters send an approved comment of a site back to the moderators. */
    int reportsToFlag(String site);
}
