package dev.winnow.worker.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.winnow.events.Decider;
import dev.winnow.events.Decision;
import dev.winnow.events.Decision.Action;
import dev.winnow.events.ModeratedComment;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One decision in the audit. What screening did by itself is not in it: each comment says so, and it would be as long as
 * all comments together. What is missing is null, never left out.
 *
 * @param id the comment's id and the decision's
 * @param at when it was made, by the millisecond
 * @param by who decided
 * @param action what was decided
 * @param reason a word from the policy's reasons
 * @param note what was written for colleagues; gone when the comment is erased
 * @param comment the comment's id
 * @param site its site
 * @param article its article
 * @param revision the comment's revision with which it was taken
 * @param seen the revision that the decider had before its eyes; null where that is not known
 * @param policyVersion the policy under which the text had been screened; null where that is not known
 * @param signals what screening had found in it, of spam and abuse
 * @param refused why it was not applied; null if it was
 * @param overturns whose decision on the same text it turned into the opposite; null if nobody's
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record AuditEntry(
        String id,
        Instant at,
        Decider by,
        Action action,
        @Nullable String reason,
        @Nullable String note,
        String comment,
        String site,
        String article,
        long revision,
        @Nullable Long seen,
        @Nullable Long policyVersion,
        List<String> signals,
        Decision.@Nullable Refusal refused,
        @Nullable Decider overturns) {

    /** What a comment's event says for the audit. */
    static List<AuditEntry> of(ModeratedComment event) {
        return event.decisions().stream()
                .filter(decision -> decision.by().kind() != Decider.Kind.SCREENING)
                .map(decision -> of(event, decision))
                .toList();
    }

    private static AuditEntry of(ModeratedComment event, Decision decision) {
        var comment = event.comment();
        var basis = decision.basis();
        return new AuditEntry(
                event.id() + "/" + decision.id(),
                decision.at().truncatedTo(ChronoUnit.MILLIS),
                decision.by(),
                decision.action(),
                decision.reason(),
                decision.note(),
                event.id(),
                comment.site(),
                comment.article(),
                decision.revision(),
                basis == null ? null : basis.revision(),
                basis == null ? null : basis.policyVersion(),
                basis == null ? List.of() : basis.signals(),
                decision.refused(),
                overturned(event.decisions(), decision));
    }

    /** Whose word was in force on the same text, if this decision turned it into the opposite. */
    private static @Nullable Decider overturned(List<Decision> all, Decision decision) {
        var basis = decision.basis();
        if (!decision.applied() || basis == null) {
            return null;
        }
        return all.subList(0, all.indexOf(decision)).stream()
                .filter(earlier -> earlier.applied()
                        && earlier.action() != Action.FLAG
                        && earlier.basis() != null
                        && earlier.basis().textPosition() == basis.textPosition())
                .reduce((earlier, later) -> later)
                .filter(last -> (last.action() == Action.APPROVE) != (decision.action() == Action.APPROVE))
                .filter(last -> decision.action() != Action.FLAG)
                .map(Decision::by)
                .orElse(null);
    }
}
