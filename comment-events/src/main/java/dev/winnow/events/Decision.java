package dev.winnow.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A decision in a comment's history, whether it was applied or came too late.
 *
 * @param id the decision's own id
 * @param action what was decided
 * @param by who decided
 * @param reason a short word from the policy's reasons, or null
 * @param note what the decider wrote for colleagues, or null
 * @param at when it was made
 * @param revision the comment's revision with which it was taken
 * @param refused why it was not applied, or null when it was
 * @param basis what was judged; null where that is not known: it was another text than the present one, or an older
 *     release took the decision
 */
public record Decision(
        String id,
        Action action,
        Decider by,
        @Nullable String reason,
        @Nullable String note,
        Instant at,
        long revision,
        @Nullable Refusal refused,
        @Nullable Basis basis) {

    /**
     * What was judged.
     *
     * @param revision the comment's revision that the decider had seen
     * @param textPosition {@link ModeratedComment#textPosition()} of the text
     * @param policyVersion the version of the policy under which that text had been screened
     * @param signals the names of the signals for spam and for abuse that screening had found in it
     */
    public record Basis(long revision, long textPosition, long policyVersion, List<String> signals) {

        public Basis {
            signals = List.copyOf(signals);
        }
    }

    /** Whether it took effect. */
    public boolean applied() {
        return refused == null;
    }

    /** What can be decided about a comment. */
    public enum Action {
        @JsonProperty("approve")
        APPROVE,
        @JsonProperty("flag")
        FLAG,
        @JsonProperty("reject")
        REJECT,
        @JsonProperty("retract")
        RETRACT
    }

    /** Why a decision was not applied. */
    public enum Refusal {
        /** The author changed the text after the decider had read it. */
        @JsonProperty("text-changed")
        TEXT_CHANGED,
        /** Somebody whose word counts as much or more decided first. */
        @JsonProperty("decided-first")
        DECIDED_FIRST,
        /** The author has withdrawn the comment. */
        @JsonProperty("withdrawn")
        WITHDRAWN,
        /** Only what readers see can be retracted. */
        @JsonProperty("not-approved")
        NOT_APPROVED
    }
}
