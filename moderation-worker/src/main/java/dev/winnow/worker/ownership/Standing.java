package dev.winnow.worker.ownership;

import dev.winnow.events.Decision;
import dev.winnow.events.Status;
import dev.winnow.events.Verdict;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the present text stands, kept apart from what readers' reports do to it: reports and decisions come on two
 * topics, and whichever is read first, the status has to end the same.
 *
 * @param status what screening and decisions made of it
 * @param shown whether they ever approved it
 * @param reported whether enough readers reported it
 * @param appealed when its author appealed, or null
 * @param ruled when a moderator last ruled on it, or null
 */
record Standing(
        Status status,
        boolean shown,
        boolean reported,
        @Nullable Instant appealed,
        @Nullable Instant ruled) {

    private Standing(Status status, boolean shown) {
        this(status, shown, false, null, null);
    }

    /** Of a comment that is not there yet, or about which a second opinion is asked. */
    static final Standing PENDING = new Standing(Status.PENDING, false);

    /**
     * Of a text that was just screened.
     *
     * @param inDoubt whether readers see it only after a second opinion
     */
    static Standing screened(Verdict.Outcome outcome, boolean inDoubt) {
        return switch (outcome) {
            case APPROVE -> inDoubt ? PENDING : new Standing(Status.APPROVED, true);
            case FLAG -> new Standing(Status.FLAGGED, false);
            case REJECT -> new Standing(Status.REJECTED, false);
        };
    }

    /** Of a text that its author took back. */
    Standing withdrawn() {
        return with(Status.WITHDRAWN, shown);
    }

    /** Of a text that enough readers reported. */
    Standing withReports() {
        return new Standing(status, shown, true, appealed, ruled);
    }

    /** Of a text whose author appealed. */
    Standing withAppeal(Instant at) {
        return new Standing(status, shown, reported, at, ruled);
    }

    /** Of a text that a moderator ruled on. No second opinion comes after that: what waited for one waits for moderators. */
    Standing withRuling(Instant at) {
        var now = status == Status.PENDING ? Status.FLAGGED : status;
        return new Standing(now, shown, reported, appealed, at);
    }

    private Standing with(Status next, boolean nowShown) {
        return new Standing(next, nowShown, reported, appealed, ruled);
    }

    /** After a decision; null where there is nothing to retract. */
    @Nullable
    Standing after(Decision.Action action) {
        return switch (action) {
            case APPROVE -> with(Status.APPROVED, true);
            case FLAG -> with(Status.FLAGGED, shown);
            case REJECT -> with(shown ? Status.RETRACTED : Status.REJECTED, shown);
            case RETRACT -> retractable() ? with(Status.RETRACTED, shown) : null;
        };
    }

    /** Whether reports keep back what would be approved; a moderator's ruling outranks them. */
    boolean heldByReports(boolean isRuled) {
        return reported && !isRuled && status == Status.APPROVED;
    }

    /** The status that everybody sees. */
    Status visible(boolean isRuled) {
        return heldByReports(isRuled) || isUnderAppeal() ? Status.FLAGGED : status;
    }

    /**
     * Whether a refusal waits for another look. Times decide, not the order in which two topics were read: a moderator
     * who ruled after the appeal has had that look.
     */
    private boolean isUnderAppeal() {
        var refused = status == Status.REJECTED || status == Status.RETRACTED;
        return refused && appealed != null && (ruled == null || !ruled.isAfter(appealed));
    }

    private boolean retractable() {
        return shown && status != Status.RETRACTED && status != Status.REJECTED && status != Status.WITHDRAWN;
    }
}
