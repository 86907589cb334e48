package dev.winnow.articles.thread;

import dev.winnow.events.Decider;
import dev.winnow.events.Decision;
import dev.winnow.events.Decision.Action;
import dev.winnow.events.ModeratedComment;
import dev.winnow.events.Status;
import dev.winnow.events.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * Why a comment was declined, as far as the public may know: a word, and whether a person said so. Signals, notes and
 * names stay with the moderators.
 *
 * @param reason a moderator's reason, {@code spam} or {@code abuse} of a machine, or {@code other}
 * @param automated whether no person decided
 */
public record Refusal(String reason, boolean automated) {

    private static final String UNNAMED = "other";

    /** Why a comment is not shown, or null when that is nobody's refusal. */
    static @Nullable Refusal of(ModeratedComment event) {
        if (event.status() != Status.REJECTED && event.status() != Status.RETRACTED) {
            return null;
        }
        var decisions = event.decisions();
        for (var i = decisions.size() - 1; i >= 0; i--) {
            if (decisions.get(i).applied() && isRefusal(decisions.get(i))) {
                return of(decisions.get(i), event.verdict());
            }
        }
        return new Refusal(found(event.verdict()), true);
    }

    private static boolean isRefusal(Decision decision) {
        return decision.action() == Action.REJECT || decision.action() == Action.RETRACT;
    }

    private static Refusal of(Decision decision, Verdict verdict) {
        if (decision.by().kind() == Decider.Kind.MODERATOR) {
            return new Refusal(decision.reason() == null ? UNNAMED : decision.reason(), false);
        }
        return new Refusal(found(verdict), true);
    }

    private static String found(Verdict verdict) {
        return verdict.abuse() > verdict.spam() ? "abuse" : "spam";
    }
}
