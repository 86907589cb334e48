package dev.winnow.worker.ownership;

import dev.winnow.events.CommentDecided;
import dev.winnow.events.LogPosition;
import dev.winnow.events.ModeratedComment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a comment's owner keeps of it in its store.
 *
 * @param current the comment as it stands, or null while only decisions about it have come
 * @param standing how its text stands, reports apart
 * @param position how far the owner has read the two command topics for it
 * @param waiting decisions on a text that is still to come, in the order of their topic, at most {@value #WAITING_KEPT}:
 *     after a crash the topics may be read again in another order
 */
public record Owned(
        @Nullable ModeratedComment current, Standing standing, LogPosition position, List<Waiting> waiting) {

    /** How many decisions may wait. */
    public static final int WAITING_KEPT = 50;

    static final Owned NOTHING = new Owned(null, Standing.PENDING, LogPosition.START, List.of());

    public Owned {
        waiting = List.copyOf(waiting);
    }

    /**
     * A decision on a text that is still to come.
     *
     * @param decision the decision
     * @param position its position on the topic of decisions
     */
    public record Waiting(CommentDecided decision, long position) {}
}
