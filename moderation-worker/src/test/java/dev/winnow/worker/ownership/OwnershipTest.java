package dev.winnow.worker.ownership;

import static dev.winnow.events.Decision.Action.APPROVE;
import static dev.winnow.events.Decision.Action.FLAG;
import static dev.winnow.events.Decision.Action.REJECT;
import static dev.winnow.events.Decision.Action.RETRACT;
import static dev.winnow.worker.Comments.appealed;
import static dev.winnow.worker.Comments.at;
import static dev.winnow.worker.Comments.edited;
import static dev.winnow.worker.Comments.moderator;
import static dev.winnow.worker.Comments.opinion;
import static dev.winnow.worker.Comments.reported;
import static dev.winnow.worker.Comments.submitted;
import static dev.winnow.worker.Comments.withdrawn;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.events.Comment;
import dev.winnow.events.CommentDecided;
import dev.winnow.events.Decider;
import dev.winnow.events.Decision;
import dev.winnow.events.ModeratedComment;
import dev.winnow.events.ReaderCommand;
import dev.winnow.events.Seen;
import dev.winnow.events.Status;
import dev.winnow.events.Verdict;
import dev.winnow.worker.Comments;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OwnershipTest {

    private static final String ID = "c1";

    private final Ownership ownership = new Ownership(new ByWord());
    private @Nullable Owned owned;
    private Taken last = new Taken(null, null, Effect.UNKNOWN, java.util.List.of());

    @ParameterizedTest
    @EnumSource(Verdict.Outcome.class)
    void aNewCommentStandsAsScreeningSays(Verdict.Outcome outcome) {
        asked(0, submitted(ID, outcome.word()));

        assertThat(status()).isEqualTo(Standing.screened(outcome, false).status());
        assertThat(current().decisions()).singleElement().satisfies(decision -> {
            assertThat(decision.by().kind()).isEqualTo(Decider.Kind.SCREENING);
            assertThat(decision.action().name()).isEqualTo(outcome.name());
            assertThat(decision.at()).isEqualTo(Comments.NOON);
        });
    }

    @Test
    void theRevisionIsThePositionInBothTopics() {
        asked(4, submitted(ID, "approve"));
        decided(7, moderator(ID, FLAG, current().seen()));

        assertThat(current().revision()).isEqualTo(5 + 8);
        assertThat(current().position().submitted()).isEqualTo(5);
        assertThat(current().position().decided()).isEqualTo(8);
        assertThat(current().textPosition()).isEqualTo(5);
        assertThat(current().rulingPosition()).isEqualTo(8);
    }

    @Test
    void aRedeliveredCommandSendsTheCurrentStateAgain() {
        asked(0, submitted(ID, "approve"));
        asked(1, edited(ID, "flag"));
        var before = owned;

        asked(0, submitted(ID, "approve"));

        assertThat(last.effect()).isEqualTo(Effect.REDELIVERED);
        assertThat(last.event()).isEqualTo(current());
        assertThat(owned).isEqualTo(before);
    }

    @Test
    void aRetriedSubmissionMovesNothingButTheRevision() {
        asked(0, submitted(ID, "approve"));
        var before = current();

        asked(1, submitted(ID, "reject"));

        assertThat(last.effect()).isEqualTo(Effect.NOTHING_NEW);
        assertThat(current().comment()).isEqualTo(before.comment());
        assertThat(current().status()).isEqualTo(before.status());
        assertThat(current().changedAt()).isEqualTo(before.changedAt());
        assertThat(current().revision()).isEqualTo(2);
    }

    @Test
    void anEditStartsAnew() {
        asked(0, submitted(ID, "approve"));
        asked(1, reported(ID, "r1"));
        decided(0, moderator(ID, REJECT, current().seen()));

        asked(2, edited(ID, "approve, edited"));

        assertThat(status()).isEqualTo(Status.APPROVED);
        assertThat(current().rulingPosition()).isZero();
        assertThat(current().reports()).isEmpty();
        assertThat(current().textPosition()).isEqualTo(3);
        assertThat(current().comment().editedAt()).isEqualTo(Comments.NOON.plusSeconds(60));
        assertThat(current().decisions()).hasSize(3);
    }

    @Test
    void theSameTextAgainIsNoEdit() {
        asked(0, submitted(ID, "flag"));
        decided(0, moderator(ID, REJECT, current().seen()));

        asked(1, edited(ID, "flag"));

        assertThat(last.effect()).isEqualTo(Effect.NOTHING_NEW);
        assertThat(status()).isEqualTo(Status.REJECTED);
    }

    @Test
    void nothingIsKeptOfAnIdThatWasNeverSubmitted() {
        asked(0, reported(ID, "r1"));
        asked(1, edited(ID, "approve"));
        asked(2, withdrawn(ID));

        assertThat(last.effect()).isEqualTo(Effect.UNKNOWN);
        assertThat(last.event()).isNull();
        assertThat(owned).isNull();
    }

    @Test
    void enoughReadersSendAnApprovedCommentToTheModerators() {
        asked(0, submitted(ID, "approve"));
        asked(1, reported(ID, "r1"));
        asked(2, reported(ID, "r1"));
        assertThat(status()).isEqualTo(Status.APPROVED);
        assertThat(last.effect()).isEqualTo(Effect.NOTHING_NEW);

        asked(3, reported(ID, "r2"));

        assertThat(status()).isEqualTo(Status.FLAGGED);
        assertThat(current().decisions())
                .last()
                .satisfies(d -> assertThat(d.by().kind()).isEqualTo(Decider.Kind.REPORTS));
    }

    @Test
    void reportsDoNotTouchWhatAModeratorApproved() {
        asked(0, submitted(ID, "flag"));
        decided(0, moderator(ID, APPROVE, current().seen()));
        asked(1, reported(ID, "r1"));
        asked(2, reported(ID, "r2"));

        assertThat(status()).isEqualTo(Status.APPROVED);
        assertThat(current().reports()).hasSize(2);
    }

    @Test
    void aReportMeanwhileDoesNotCostAModeratorTheDecision() {
        asked(0, submitted(ID, "approve"));
        var seen = current().seen();
        asked(1, reported(ID, "r1"));
        asked(2, reported(ID, "r2"));

        decided(0, moderator(ID, RETRACT, seen));

        assertThat(last.effect()).isEqualTo(Effect.NEW);
        assertThat(status()).isEqualTo(Status.RETRACTED);
    }

    @Test
    void aRejectedCommentThatReadersSawIsRetracted() {
        asked(0, submitted(ID, "approve"));
        decided(0, moderator(ID, REJECT, current().seen()));

        assertThat(status()).isEqualTo(Status.RETRACTED);
    }

    @Test
    void aDecisionOnAnOlderTextIsRefused() {
        asked(0, submitted(ID, "flag"));
        var seen = current().seen();
        asked(1, edited(ID, "flag, edited"));

        decided(0, moderator(ID, APPROVE, seen));

        assertRefused(Decision.Refusal.TEXT_CHANGED);
        assertThat(status()).isEqualTo(Status.FLAGGED);
        assertThat(current().revision()).isEqualTo(3);
    }

    @Test
    void anAppealPutsARefusalBeforeTheModeratorsWithTheFirstDecisionInItsHistory() {
        asked(0, submitted(ID, "reject"));

        asked(1, appealed(ID, 200));

        assertThat(status()).isEqualTo(Status.FLAGGED);
        assertThat(current().decisions()).extracting(Decision::action).containsExactly(REJECT);
        assertThat(current().reports()).singleElement().satisfies(report -> {
            assertThat(report.fromAuthor()).isTrue();
            assertThat(report.note()).isEqualTo("it is no advertisement");
        });
        decided(0, at(300, moderator(ID, APPROVE, current().seen())));
        assertThat(status()).isEqualTo(Status.APPROVED);
    }

    @Test
    void aModeratorsRulingAfterTheAppealIsTheLastWord() {
        asked(0, submitted(ID, "flag"));
        decided(0, moderator(ID, REJECT, current().seen()));
        asked(1, appealed(ID, 200));
        assertThat(status()).isEqualTo(Status.FLAGGED);

        decided(1, at(300, moderator(ID, REJECT, current().seen())));
        asked(2, appealed(ID, 400));

        assertThat(status()).isEqualTo(Status.REJECTED);
        assertThat(last.effect()).isEqualTo(Effect.NOTHING_NEW);
        assertThat(current().reports()).hasSize(1);
    }

    @Test
    void anAppealCountsTheSameWhicheverTopicWasReadFirst() {
        asked(0, submitted(ID, "flag"));
        var first = moderator(ID, REJECT, current().seen());
        asked(1, appealed(ID, 200));
        decided(0, first);

        assertThat(status()).isEqualTo(Status.FLAGGED);
        decided(1, at(300, moderator(ID, REJECT, current().seen())));
        assertThat(status()).isEqualTo(Status.REJECTED);
    }

    @Test
    void anotherTextMayBeAppealedForAgain() {
        asked(0, submitted(ID, "reject"));
        asked(1, appealed(ID, 10));
        asked(2, edited(ID, "reject, edited"));
        assertThat(status()).isEqualTo(Status.REJECTED);

        asked(3, appealed(ID, 400));

        assertThat(status()).isEqualTo(Status.FLAGGED);
    }

    @Test
    void theSecondOfTwoModeratorsIsRefused() {
        asked(0, submitted(ID, "flag"));
        var seen = current().seen();
        decided(0, moderator(ID, APPROVE, seen));

        decided(1, moderator(ID, REJECT, seen));
        assertRefused(Decision.Refusal.DECIDED_FIRST);

        decided(2, moderator(ID, REJECT, current().seen()));
        assertThat(status()).isEqualTo(Status.RETRACTED);
    }

    @Test
    void whatIsInDoubtIsPendingUntilSomebodyDecides() {
        asked(0, submitted(ID, "approve,?"));
        assertThat(status()).isEqualTo(Status.PENDING);
        assertThat(current().decisions()).isEmpty();

        decided(0, opinion(ID, APPROVE, current().seen()));

        assertThat(status()).isEqualTo(Status.APPROVED);
    }

    @Test
    void whatIsInDoubtAndFlaggedIsAlreadyWithTheModerators() {
        asked(0, submitted(ID, "flag,?"));

        assertThat(status()).isEqualTo(Status.FLAGGED);
    }

    @Test
    void anOpinionThatFlagsWhatReadersDidNotSeeLeavesNothingToRetract() {
        asked(0, submitted(ID, "approve,?"));
        decided(0, opinion(ID, FLAG, current().seen()));
        assertThat(status()).isEqualTo(Status.FLAGGED);

        decided(1, moderator(ID, REJECT, current().seen()));

        assertThat(status()).isEqualTo(Status.REJECTED);
    }

    @Test
    void reportsHoldWhatAnOpinionApproves() {
        asked(0, submitted(ID, "approve,?"));
        asked(1, reported(ID, "r1"));
        asked(2, reported(ID, "r2"));
        assertThat(status()).isEqualTo(Status.PENDING);

        decided(0, opinion(ID, APPROVE, current().seen()));

        assertThat(status()).isEqualTo(Status.FLAGGED);
    }

    @Test
    void aSecondOpinionDecidesUnlessAModeratorHas() {
        asked(0, submitted(ID, "flag"));
        decided(0, opinion(ID, APPROVE, current().seen()));
        assertThat(status()).isEqualTo(Status.APPROVED);
        assertThat(current().rulingPosition()).isZero();
        decided(1, moderator(ID, FLAG, current().seen()));

        decided(2, opinion(ID, APPROVE, current().seen()));

        assertRefused(Decision.Refusal.DECIDED_FIRST);
        assertThat(status()).isEqualTo(Status.FLAGGED);
    }

    @Test
    void whatReadersNeverSawCannotBeRetracted() {
        asked(0, submitted(ID, "flag"));

        decided(0, moderator(ID, RETRACT, current().seen()));

        assertRefused(Decision.Refusal.NOT_APPROVED);
        assertThat(status()).isEqualTo(Status.FLAGGED);
    }

    @Test
    void whatAModeratorWantedRetractedWhileItWaitedForAnOpinionIsWithTheModerators() {
        asked(0, submitted(ID, "approve,?"));

        decided(0, moderator(ID, RETRACT, current().seen()));

        assertRefused(Decision.Refusal.NOT_APPROVED);
        assertThat(status()).isEqualTo(Status.FLAGGED);
    }

    @Test
    void noOpinionPublishesWhatAModeratorWantedRetracted() {
        asked(0, submitted(ID, "flag"));
        decided(0, moderator(ID, RETRACT, current().seen()));

        decided(1, opinion(ID, APPROVE, current().seen()));

        assertRefused(Decision.Refusal.DECIDED_FIRST);
    }

    @Test
    void aWithdrawalIsTheLastWord() {
        asked(0, submitted(ID, "approve"));
        var seen = current().seen();
        asked(1, withdrawn(ID));
        asked(2, edited(ID, "reject"));
        assertThat(last.effect()).isEqualTo(Effect.NOTHING_NEW);

        decided(0, moderator(ID, APPROVE, seen));

        assertRefused(Decision.Refusal.WITHDRAWN);
        assertThat(status()).isEqualTo(Status.WITHDRAWN);
        assertThat(current().comment().text()).isEqualTo("approve");
        assertThat(current().revision()).isEqualTo(4);
    }

    @Test
    void aDecisionThatComesBeforeItsTextWaitsForIt() {
        decided(0, moderator(ID, APPROVE, new Seen(1, 1, 0)));
        assertThat(last.effect()).isEqualTo(Effect.WAITING);
        assertThat(last.event()).isNull();

        asked(0, submitted(ID, "flag"));

        assertThat(status()).isEqualTo(Status.APPROVED);
        assertThat(current().rulingPosition()).isEqualTo(1);
        assertThat(requireNonNull(owned).waiting()).isEmpty();
    }

    @Test
    void aDecisionOnAnEditThatIsStillToComeLeavesThePresentTextAlone() {
        asked(0, submitted(ID, "flag"));
        decided(0, moderator(ID, APPROVE, new Seen(2, 2, 0)));
        assertThat(last.effect()).isEqualTo(Effect.WAITING);
        assertThat(status()).isEqualTo(Status.FLAGGED);
        assertThat(current().revision()).isEqualTo(2);

        asked(1, edited(ID, "flag, edited"));

        assertThat(status()).isEqualTo(Status.APPROVED);
        assertThat(current().revision()).isEqualTo(3);
    }

    @Test
    void aDecisionOnATextThatNeverCameIsRefusedOnceThatIsSure() {
        asked(0, submitted(ID, "flag"));
        decided(0, moderator(ID, APPROVE, new Seen(2, 2, 0)));

        asked(1, reported(ID, "r1"));

        assertThat(current().decisions())
                .last()
                .satisfies(d -> assertThat(d.refused()).isEqualTo(Decision.Refusal.TEXT_CHANGED));
        assertThat(requireNonNull(owned).waiting()).isEmpty();
    }

    @Test
    void aDecisionSentTwiceIsTakenOnce() {
        asked(0, submitted(ID, "flag"));
        var decision = moderator(ID, APPROVE, current().seen());
        decided(0, decision);

        decided(1, decision);

        assertThat(last.effect()).isEqualTo(Effect.NOTHING_NEW);
        assertThat(status()).isEqualTo(Status.APPROVED);
        assertThat(current().decisions()).hasSize(2);
    }

    @Test
    void historyReportsAndWaitingAreBounded() {
        asked(0, submitted(ID, "flag"));
        for (int i = 0; i < 120; i++) {
            asked(i + 1, reported(ID, "r" + i));
            decided(2L * i, opinion(ID, FLAG, current().seen()));
            decided(2L * i + 1, opinion(ID, FLAG, new Seen(0, 5_000, 0)));
        }

        assertThat(current().reports()).hasSize(ModeratedComment.REPORTS_KEPT);
        assertThat(current().decisions()).hasSize(ModeratedComment.DECISIONS_KEPT);
        assertThat(requireNonNull(owned).waiting()).hasSize(Owned.WAITING_KEPT);
    }

    private void asked(long offset, ReaderCommand command) {
        last = ownership.take(owned, command, offset + 1);
        owned = last.owned();
    }

    private void decided(long offset, CommentDecided decision) {
        last = ownership.take(owned, decision, offset + 1);
        owned = last.owned();
    }

    private ModeratedComment current() {
        return requireNonNull(requireNonNull(owned).current());
    }

    private Status status() {
        return current().status();
    }

    private void assertRefused(Decision.Refusal refusal) {
        assertThat(last.effect()).isEqualTo(Effect.REFUSED);
        assertThat(last.event()).isEqualTo(current());
        assertThat(last.decided())
                .singleElement()
                .satisfies(d -> assertThat(d.refused()).isEqualTo(refusal));
    }

    /** The comment's first word says what screening finds, a question mark that it is not sure; two reports flag. */
    private static final class ByWord implements Rules {
        @Override
        public Verdict screen(Comment comment) {
            var word = comment.text().split(",")[0];
            var verdict = Comments.verdict(Verdict.Outcome.valueOf(word.toUpperCase(java.util.Locale.ROOT)));
            return comment.text().contains("?") ? Comments.unsure(verdict) : verdict;
        }

        @Override
        public boolean isInDoubt(Verdict verdict) {
            return verdict.spam() > 0;
        }

        @Override
        public int reportsToFlag(String site) {
            return 2;
        }
    }
}
