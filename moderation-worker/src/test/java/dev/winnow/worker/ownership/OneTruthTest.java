package dev.winnow.worker.ownership;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.events.Comment;
import dev.winnow.events.Decision;
import dev.winnow.events.ModeratedComment;
import dev.winnow.events.Report;
import dev.winnow.events.Status;
import dev.winnow.events.Verdict;
import dev.winnow.worker.Comments;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Whatever crashes, is lost and is taken again in whatever order the two topics allow: there is one truth in the end,
 * and every view shows it.
 */
class OneTruthTest {

    @Property(tries = 20_000)
    void everyInterleavingAndEveryCrashEndsInTheSameTextStatusAndRevision(
            @ForAll("choices") List<Integer> commands, @ForAll("choices") List<Integer> disturbances) {
        var rules = new ByText(0);
        var log = CommandLog.written(new Choices(commands), rules);
        var undisturbed = new SimulatedOwner(log, rules);
        undisturbed.run(new Choices(List.of()), () -> {});
        var disturbed = new SimulatedOwner(log, rules);

        var choices = new Choices(disturbances);
        disturbed.run(choices, () -> {});

        assertThatViewsEndInTheOwnersState(disturbed, choices);
        for (var id : CommandLog.IDS) {
            assertThat(disturbed.current(id).map(OneTruthTest::truth))
                    .as("comment %s", id)
                    .isEqualTo(undisturbed.current(id).map(OneTruthTest::truth));
        }
    }

    @Property(tries = 20_000)
    void underAPolicyThatChangesMeanwhileViewsAndRulingsHoldAllTheSame(
            @ForAll("choices") List<Integer> commands, @ForAll("choices") List<Integer> disturbances) {
        var rules = new ByText(0);
        var log = CommandLog.written(new Choices(commands), rules);
        var undisturbed = new SimulatedOwner(log, rules);
        undisturbed.run(new Choices(List.of()), () -> {});
        var changing = new ByText(0);
        var disturbed = new SimulatedOwner(log, changing);

        var choices = new Choices(disturbances);
        disturbed.run(choices, () -> changing.version++);

        assertThatViewsEndInTheOwnersState(disturbed, choices);
        for (var id : CommandLog.IDS) {
            var expected = undisturbed.current(id);
            var actual = disturbed.current(id);
            assertThat(actual.map(OneTruthTest::textAndRuling))
                    .as("comment %s", id)
                    .isEqualTo(expected.map(OneTruthTest::textAndRuling));
            actual.filter(comment -> comment.rulingPosition() > 0)
                    .ifPresent(comment -> assertThat(comment.status())
                            .as("comment %s", id)
                            .isIn(allowed(
                                    log.decided
                                            .get((int) comment.rulingPosition() - 1)
                                            .action(),
                                    comment.reports().stream().anyMatch(Report::fromAuthor))));
        }
    }

    @Provide
    Arbitrary<List<Integer>> choices() {
        return Arbitraries.integers().between(0, 5_039).list().ofMaxSize(160);
    }

    /** A view keeps a higher or equal revision, and may read any stretch of the log again after a crash of its own. */
    private static void assertThatViewsEndInTheOwnersState(SimulatedOwner owner, Choices choices) {
        Map<String, ModeratedComment> view = new HashMap<>();
        for (var output : owner.outputs()) {
            var from = output.isEmpty() ? 0 : choices.below(output.size());
            var upTo = output.isEmpty() ? 0 : choices.between(from, output.size());
            output.subList(0, upTo).forEach(event -> show(view, event));
            output.subList(from, output.size()).forEach(event -> show(view, event));
        }
        for (var id : CommandLog.IDS) {
            assertThat(view.get(id))
                    .as("view of comment %s", id)
                    .isEqualTo(owner.current(id).orElse(null));
        }
    }

    private static void show(Map<String, ModeratedComment> view, ModeratedComment event) {
        view.merge(event.id(), event, (known, now) -> now.revision() >= known.revision() ? now : known);
    }

    private static List<Object> truth(ModeratedComment comment) {
        return List.of(comment.status(), comment.rulingPosition(), comment.reports(), textAndRuling(comment));
    }

    private static List<Object> textAndRuling(ModeratedComment comment) {
        return List.of(comment.comment().text(), comment.textPosition(), comment.rulingPosition(), comment.revision());
    }

    /** What a moderator's ruling may have led to, whatever policy made of the text before; an appeal may follow it. */
    private static List<Status> allowed(Decision.Action ruling, boolean appealed) {
        return switch (ruling) {
            case APPROVE -> List.of(Status.APPROVED);
            case FLAG -> List.of(Status.FLAGGED);
            case REJECT ->
                appealed
                        ? List.of(Status.REJECTED, Status.RETRACTED, Status.FLAGGED)
                        : List.of(Status.REJECTED, Status.RETRACTED);
            case RETRACT -> List.of(Status.RETRACTED, Status.REJECTED, Status.FLAGGED);
        };
    }

    /** The text says what screening finds, until the policy changes. */
    private static final class ByText implements Rules {

        private int version;

        ByText(int version) {
            this.version = version;
        }

        @Override
        public Verdict screen(Comment comment) {
            if (version > 0) {
                var outcomes = Verdict.Outcome.values();
                var outcome = outcomes[Math.floorMod(comment.text().hashCode() + version, outcomes.length)];
                return Comments.verdict(outcome);
            }
            var word = comment.text().split(" ")[0];
            var verdict = Comments.verdict(Verdict.Outcome.valueOf(word.toUpperCase(java.util.Locale.ROOT)));
            return comment.text().hashCode() % 2 == 0 ? verdict : Comments.unsure(verdict);
        }

        @Override
        public boolean isInDoubt(Verdict verdict) {
            return verdict.spam() > 0;
        }

        @Override
        public int reportsToFlag(String site) {
            return 2 + version % 2;
        }
    }
}
