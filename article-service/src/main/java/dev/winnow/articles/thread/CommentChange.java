package dev.winnow.articles.thread;

import dev.winnow.events.Decider;
import dev.winnow.events.Decision;
import dev.winnow.events.ModeratedComment;
import dev.winnow.events.Status;
import dev.winnow.events.Verdict;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * A comment's new state. Only an approved comment brings its content along: of the others nothing is kept but where
 * they stand.
 *
 * @param id the comment's id
 * @param thread the thread it belongs to
 * @param status where it stands
 * @param version the event that says so
 * @param submittedAt when it was submitted
 * @param shown whether readers see it or may have seen it before, so that they must be told when it goes
 * @param fresh whether it is a new comment of a reader's, approved without waiting for anybody
 * @param comment what readers get, or null unless approved
 * @param refusal why it was declined, or null unless it was
 * @param trace the id of the trace that the event belongs to
 */
public record CommentChange(
        String id,
        ThreadKey thread,
        Status status,
        Version version,
        Instant submittedAt,
        boolean shown,
        boolean fresh,
        @Nullable PublicComment comment,
        @Nullable Refusal refusal,
        String trace)
        implements Change {

    /** What an event says to readers. */
    public static CommentChange of(ModeratedComment event, int partition, long offset, String trace) {
        var version = new Version(event.revision(), partition, offset);
        var comment = event.comment();
        // MongoDB keeps milliseconds; what is read from it and what comes from the topic must be the same.
        var submittedAt = comment.submittedAt().truncatedTo(ChronoUnit.MILLIS);
        var approved = event.status() == Status.APPROVED;
        return new CommentChange(
                comment.id(),
                new ThreadKey(comment.site(), comment.article()),
                event.status(),
                version,
                submittedAt,
                approved || mayHaveBeenShown(event),
                approved && isFresh(event),
                approved
                        ? PublicComment.of(
                                comment.id(),
                                comment.author().name(),
                                comment.text(),
                                comment.parentId(),
                                submittedAt,
                                comment.editedAt() != null,
                                version)
                        : null,
                Refusal.of(event),
                trace);
    }

    /**
     * Told from the event alone, so that it is the same on every instance and after a replay. Telling readers of a
     * removal once too often costs nothing; once too seldom leaves a retracted comment on their screens.
     */
    private static boolean mayHaveBeenShown(ModeratedComment event) {
        return event.status() == Status.RETRACTED
                || event.status() == Status.WITHDRAWN
                || event.comment().editedAt() != null
                || event.verdict().outcome() == Verdict.Outcome.APPROVE
                || !event.reports().isEmpty()
                || event.decisions().stream().anyMatch(d -> d.action() == Decision.Action.APPROVE && d.applied());
    }

    private static boolean isFresh(ModeratedComment event) {
        return !event.comment().imported()
                && event.comment().editedAt() == null
                && event.reports().isEmpty()
                && event.decisions().stream().noneMatch(d -> d.by().kind() == Decider.Kind.MODERATOR);
    }

    @Override
    public int partition() {
        return version.partition();
    }

    @Override
    public long offset() {
        return version.offset();
    }

    /** Roughly what it takes in memory, in bytes. */
    public int weight() {
        return comment == null ? 300 : comment.weight() + 300;
    }
}
