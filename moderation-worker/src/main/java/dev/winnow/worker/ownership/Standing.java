package dev.winnow.worker.ownership;

import dev.winnow.events.Decision;
import dev.winnow.events.Status;
import dev.winnow.events.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * How the present text stands, kept apart from what readers' reports do to it: reports and decisions come on two
 * topics, and whichever is read first, the status has to end the same.
 *
 * @param status what screening and decisions made of it
 * @param shown whether they ever approved it
 * @param reported whether enough readers reported it
 */
record Standing(Status status, boolean shown, boolean reported) {

    /** Of a comment that is not there yet, or about which a second opinion is asked. */
    static final Standing PENDING = new Standing(Status.PENDING, false, false);

    /**
     * Of a text that was just screened.
     *
     * @param inDoubt whether readers see it only after a second opinion
     */
    static Standing screened(Verdict.Outcome outcome, boolean inDoubt) {
        return switch (outcome) {
            case APPROVE -> inDoubt ? PENDING : new Standing(Status.APPROVED, true, false);
            case FLAG -> new Standing(Status.FLAGGED, false, false);
            case REJECT -> new Standing(Status.REJECTED, false, false);
        };
    }

    /** Of a text that its author took back. */
    Standing withdrawn() {
        return new Standing(Status.WITHDRAWN, shown, reported);
    }

    /** Of a text that enough readers reported. */
    Standing withReports() {
        return new Standing(status, shown, true);
    }

    /** After a decision; null where there is nothing to retract. */
    @Nullable
    Standing after(Decision.Action action) {
        return switch (action) {
            case APPROVE -> new Standing(Status.APPROVED, true, reported);
            case FLAG -> new Standing(Status.FLAGGED, shown, reported);
            case REJECT -> new Standing(shown ? Status.RETRACTED : Status.REJECTED, shown, reported);
            case RETRACT -> retractable() ? new Standing(Status.RETRACTED, shown, reported) : null;
        };
    }

    /** Whether reports keep back what would be approved; a moderator's ruling outranks them. */
    boolean heldByReports(boolean ruled) {
        return reported && !ruled && status == Status.APPROVED;
    }

    /** The status that everybody sees. */
    Status visible(boolean ruled) {
        return heldByReports(ruled) ? Status.FLAGGED : status;
    }

    private boolean retractable() {
        return shown && status != Status.RETRACTED && status != Status.REJECTED && status != Status.WITHDRAWN;
    }
}
