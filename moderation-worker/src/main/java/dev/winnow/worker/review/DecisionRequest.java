package dev.winnow.worker.review;

import dev.winnow.events.Decision.Action;
import dev.winnow.worker.problems.JsonFields;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a moderator asks for.
 *
 * @param action what is decided
 * @param reason a word from the policy's reasons, or null
 * @param note for colleagues, or null
 * @param revision the revision of the comment that the moderator saw
 */
record DecisionRequest(
        Action action, @Nullable String reason, @Nullable String note, long revision) {

    static final int LONGEST_REASON = 80;
    static final int LONGEST_NOTE = 1_000;
    static final Map<String, Action> ACTIONS = actions();

    /** Reads it; what is wrong ends in a problem. Whether the reason is one of the policy's is not looked at. */
    static DecisionRequest read(JsonFields body) {
        var action = body.oneOf("decision", ACTIONS);
        var reason = body.optionalText("reason", LONGEST_REASON);
        var note = body.optionalText("note", LONGEST_NOTE);
        var revision = body.number("revision", 1, Long.MAX_VALUE);
        body.refuseIfWrong();
        return new DecisionRequest(Objects.requireNonNull(action), reason, note, revision);
    }

    /** Whether the reason, if one is given, is among those. */
    boolean hasReasonOf(List<String> reasons) {
        return reason == null || reasons.contains(reason);
    }

    private static Map<String, Action> actions() {
        var actions = new LinkedHashMap<String, Action>();
        actions.put("approve", Action.APPROVE);
        actions.put("reject", Action.REJECT);
        actions.put("retract", Action.RETRACT);
        // Back to the moderators: how a decision is undone on what waited for them.
        actions.put("flag", Action.FLAG);
        return actions;
    }
}
