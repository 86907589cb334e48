package dev.winnow.worker.review;

import dev.winnow.events.Decision.Action;
import dev.winnow.worker.problems.JsonFields;
import dev.winnow.worker.review.ActStore.Target;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One decision on many comments that a moderator asks for.
 *
 * @param action what is decided
 * @param reason a word that the policies of all sites concerned have, or null
 * @param note for colleagues, or null
 * @param targets the comments, as they were seen; empty where all that match are meant
 */
record ActRequest(
        Action action, @Nullable String reason, @Nullable String note, List<Target> targets) {

    private static final int LONGEST_ID = 100;

    /** Reads it; what is wrong ends in a problem. */
    static ActRequest read(JsonFields body) {
        var action = body.oneOf("decision", DecisionRequest.ACTIONS);
        var reason = body.optionalText("reason", DecisionRequest.LONGEST_REASON);
        var note = body.optionalText("note", DecisionRequest.LONGEST_NOTE);
        var targets = body.optionalObjects("comments", ActLimit.MOST).stream()
                .map(c -> new Target(c.text("id", LONGEST_ID), c.number("revision", 1, Long.MAX_VALUE)))
                .toList();
        body.refuseIfWrong();
        return new ActRequest(Objects.requireNonNull(action), reason, note, targets);
    }
}
