package dev.winnow.worker.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.events.Decider;
import dev.winnow.events.Decider.Kind;
import dev.winnow.events.Decision;
import dev.winnow.events.Decision.Action;
import dev.winnow.events.Decision.Basis;
import dev.winnow.events.Decision.Refusal;
import dev.winnow.events.LogPosition;
import dev.winnow.events.ModeratedComment;
import dev.winnow.events.Status;
import dev.winnow.events.Verdict;
import dev.winnow.worker.Comments;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AuditEntryTest {

    private static final Decider LILEI = new Decider(Kind.MODERATOR, "lilei");
    private static final Decider LI = new Decider(Kind.MODERATOR, "李雷");
    private static final Decider SCREENING = new Decider(Kind.SCREENING, "screening");

    @Test
    void whatScreeningDidByItselfIsNotInTheAudit() {
        assertThat(entries(decision("s", Action.REJECT, SCREENING, basis(1)))).isEmpty();
    }

    @Test
    void aPersonMayOverturnScreeningAndAnotherPerson() {
        var entries = entries(
                decision("s", Action.REJECT, SCREENING, basis(1)),
                decision("a", Action.APPROVE, LILEI, basis(1)),
                decision("b", Action.RETRACT, LI, basis(1)));

        assertThat(entries).extracting(AuditEntry::overturns).containsExactly(SCREENING, LILEI);
    }

    @Test
    void whoAgreesOverturnsNobody() {
        var entries = entries(
                decision("s", Action.FLAG, SCREENING, basis(1)),
                decision("a", Action.REJECT, LILEI, basis(1)),
                decision("b", Action.RETRACT, LI, basis(1)));

        assertThat(entries).extracting(AuditEntry::overturns).containsOnlyNulls();
    }

    @Test
    void whatWasDecidedOnAnotherTextIsNotOverturned() {
        var entries =
                entries(decision("a", Action.REJECT, LILEI, basis(1)), decision("b", Action.APPROVE, LI, basis(7)));

        assertThat(entries).extracting(AuditEntry::overturns).containsOnlyNulls();
    }

    @Test
    void whatCameTooLateOverturnsNothingAndIsNotOverturned() {
        var late =
                new Decision("late", Action.APPROVE, LI, null, null, Comments.NOON, 9, Refusal.DECIDED_FIRST, basis(1));

        var entries = entries(
                decision("a", Action.REJECT, LILEI, basis(1)), late, decision("b", Action.REJECT, LILEI, basis(1)));

        assertThat(entries).extracting(AuditEntry::overturns).containsOnlyNulls();
        assertThat(entries.get(1).refused()).isEqualTo(Refusal.DECIDED_FIRST);
    }

    @Test
    void theSameEventGivesTheSameEntriesAndTheStoreGivesThemBack() {
        var entry = entries(
                        decision("a", Action.REJECT, LILEI, basis(1)),
                        decision("b", Action.APPROVE, LI, basis(1)),
                        decision("old", Action.APPROVE, LI, null))
                .get(1);

        assertThat(entry.id()).isEqualTo("c1/b");
        assertThat(AuditDocument.entry(AuditDocument.of(entry))).isEqualTo(entry);
    }

    private static List<AuditEntry> entries(Decision... decisions) {
        return AuditEntry.of(new ModeratedComment(
                Comments.comment("c1", "好"),
                Status.FLAGGED,
                9,
                new LogPosition(7, 2),
                7,
                2,
                Comments.verdict(Verdict.Outcome.FLAG),
                List.of(decisions),
                List.of(),
                Comments.NOON));
    }

    private static Decision decision(String id, Action action, Decider by, @Nullable Basis basis) {
        return new Decision(id, action, by, "spam", "备注", Comments.NOON, 9, null, basis);
    }

    private static Basis basis(long text) {
        return new Basis(8, text, 3, List.of("contact-detail"));
    }
}
