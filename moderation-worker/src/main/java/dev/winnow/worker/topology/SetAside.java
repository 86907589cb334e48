package dev.winnow.worker.topology;

import java.util.Locale;

/** Says that a record cannot be processed and belongs onto its topic's dead letters. Its message names no content. */
final class SetAside extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    SetAside(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }

    /** Why a record is set aside. */
    enum Reason {
        /** It is not an event. */
        UNREADABLE,
        /** A newer release's event. */
        NEWER_KIND,
        /** Its key is not the comment's id. */
        MISPLACED,
        /** Processing it failed. */
        FAILED,
        /** What followed from it could not be written. */
        UNWRITABLE;

        /** The word used in headers and metrics. */
        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
