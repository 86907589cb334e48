package dev.winnow.events;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * A comment as it stands now, with everything decided on it so far; travels on {@link Topics#MODERATED}. The newest one
 * of a comment is enough to rebuild any view.
 *
 * @param comment its content
 * @param status where it stands
 * @param revision its position in the log: {@code position.revision()}, and more than the revision before; of two
 *     events with an equal revision the later one counts
 * @param position how far its owner had read
 * @param textPosition the position on {@link Topics#SUBMITTED} of the command that gave it its present text
 * @param rulingPosition the position on {@link Topics#DECIDED} of the moderator's decision in force on this text, or 0
 * @param verdict what screening found in the present text
 * @param decisions what was decided, oldest first, the newest {@value #DECISIONS_KEPT}
 * @param reports what readers reported about the present text, oldest first, at most {@value #REPORTS_KEPT}
 * @param changedAt when text or status last changed
 */
public record ModeratedComment(
        Comment comment,
        Status status,
        long revision,
        LogPosition position,
        long textPosition,
        long rulingPosition,
        Verdict verdict,
        List<Decision> decisions,
        List<Report> reports,
        Instant changedAt)
        implements Event {

    /** How many decisions an event carries. */
    public static final int DECISIONS_KEPT = 50;

    /** How many reports an event carries. */
    public static final int REPORTS_KEPT = 50;

    /** What the types of these events begin with; the status follows. */
    public static final String TYPE_PREFIX = "winnow.comment.";

    public ModeratedComment {
        Objects.requireNonNull(comment, "comment");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(position, "position");
        Objects.requireNonNull(verdict, "verdict");
        Objects.requireNonNull(changedAt, "changedAt");
        decisions = List.copyOf(decisions);
        reports = List.copyOf(reports);
    }

    /** The comment's id. */
    public String id() {
        return comment.id();
    }

    /** What somebody who looks at this event now has seen. */
    public Seen seen() {
        return new Seen(revision, textPosition, rulingPosition);
    }

    @Override
    public String eventType() {
        return TYPE_PREFIX + status.word();
    }

    @Override
    public String key() {
        return comment.id();
    }

    @Override
    public Instant happenedAt() {
        return changedAt;
    }
}
