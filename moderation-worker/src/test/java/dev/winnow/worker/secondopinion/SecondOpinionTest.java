package dev.winnow.worker.secondopinion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.winnow.events.AuthorHistory;
import dev.winnow.events.EventJson;
import dev.winnow.events.Policy;
import dev.winnow.events.Signal;
import dev.winnow.events.Verdict;
import dev.winnow.worker.Comments;
import dev.winnow.worker.screening.Context;
import dev.winnow.worker.screening.Screening;
import dev.winnow.worker.secondopinion.SecondOpinion.Screened;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecondOpinionTest {

    private static final SecondModel MODEL = SecondModel.standard();
    private static final Path SEED = Path.of("../../shared/seed/comments.ndjson");

    private final SecondOpinion opinion = new SecondOpinion(MODEL, Doubt.BUILT_IN);

    @AfterAll
    static void close() {
        MODEL.close();
    }

    @ParameterizedTest
    @CsvSource({
        "兼职刷单日结三百，想做的加我微信详聊, true",
        "你就是个没脑子的废物，滚出去, true",
        "Contact our certified recovery expert on WhatsApp and get your lost bitcoin back, true",
        "people like you are worthless garbage and should shut up, true",
        "谢谢作者，把这个问题讲清楚了, false",
        "Thanks for this - the second example finally made it clear to me, false"
    })
    void tellsBadFromHarmlessWhereScreeningIsNotSure(String text, boolean bad) {
        var verdict = opinion.on(List.of(screened(text, 0.3, 0.3))).get(0);

        assertThat(verdict.outcome() == Verdict.Outcome.FLAG)
                .as("%s %s", verdict.spam(), verdict.abuse())
                .isEqualTo(bad);
    }

    @Test
    void whatIsNotInDoubtStaysAsItIs() {
        var sure = screened("兼职刷单日结三百，加微信详聊", 0.01, 0.01);
        var sureOfSpam = new Screened(
                Comments.comment("c", "谢谢作者"), sure.policy(), verdict(Verdict.Outcome.FLAG, 0.9, List.of()));
        var refused = new Screened(sure.comment(), sure.policy(), verdict(Verdict.Outcome.REJECT, 0.97, List.of()));
        var held = new Signal("first-comment", Signal.Category.ATTENTION, 1, Signal.Field.TEXT, List.of(), Map.of());
        var forAPerson = new Screened(sure.comment(), sure.policy(), verdict(Verdict.Outcome.FLAG, 0.3, List.of(held)));
        var listed = new Signal("site-term", Signal.Category.SPAM, 0.6, Signal.Field.TEXT, List.of(), Map.of());
        var ofTheSite =
                new Screened(sure.comment(), sure.policy(), verdict(Verdict.Outcome.FLAG, 0.6, List.of(listed)));

        assertThat(opinion.on(List.of(sure, sureOfSpam, refused, forAPerson, ofTheSite)))
                .containsExactly(
                        sure.verdict(),
                        sureOfSpam.verdict(),
                        refused.verdict(),
                        forAPerson.verdict(),
                        ofTheSite.verdict());
    }

    @ParameterizedTest
    @CsvSource({"you are 💩 and your mother knows it, you are shit and your mother knows it", "你就是🐶吧, 你就是狗吧"})
    void emojiAreReadAsTheWordsTheyStandFor(String emoji, String words) {
        var verdicts = opinion.on(List.of(screened(emoji, 0.3, 0.3), screened(words, 0.3, 0.3)));

        assertThat(verdicts.get(0).abuse()).isCloseTo(verdicts.get(1).abuse(), within(1e-4));
    }

    @Test
    void theSameWhetherAloneOrAmongOthers() {
        var texts = List.of("good", "写得好", "a much longer comment about something else entirely, with two clauses");
        var all = texts.stream().map(text -> screened(text, 0.2, 0.1)).toList();

        var together = opinion.on(all);

        for (int i = 0; i < all.size(); i++) {
            var alone = opinion.on(List.of(all.get(i))).get(0);
            assertThat(together.get(i).outcome()).isEqualTo(alone.outcome());
            assertThat(together.get(i).spam()).isCloseTo(alone.spam(), within(1e-4));
        }
    }

    /** This model was once wrong about formal Chinese. All of these are read by it, as if screening were not sure. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "大模型的三块基石是技术、数据和算力，少了哪一块都走不远。",
                "没有好数据，再强的算力也只是空转；没有算力，再好的算法也只能停在纸上。",
                "说到底还是人才，技术和数据都是人做出来的。",
                "把大模型比作盖房子很形象：技术是图纸，数据是砖，算力是塔吊。"
            })
    void formalCommentsScoreLowWithBothModels(String text) {
        assertScoresLow(opinion.on(List.of(screened(text, 0.1, 0.1))).get(0), text);
    }

    @Test
    void theSeedsCommentsScoreLowWithBothModels() throws IOException {
        assumeTrue(Files.exists(SEED), "skipped: " + SEED + " is not there");
        var screening = Screening.standard();
        for (var line : Files.readAllLines(SEED)) {
            var text = EventJson.MAPPER.readTree(line).get("text").asString();
            var comment = Comments.comment("c", text);
            var policy = Policy.builtIn("default");

            var first = screening.screen(comment, policy, new Context(AuthorHistory.none("default", "id:1")));

            assertScoresLow(
                    opinion.on(List.of(new Screened(comment, policy, first))).get(0), text);
        }
    }

    private static void assertScoresLow(Verdict verdict, String text) {
        assertThat(verdict.outcome()).as(text).isEqualTo(Verdict.Outcome.APPROVE);
        assertThat(verdict.spam()).as(text).isLessThan(0.2);
        assertThat(verdict.abuse()).as(text).isLessThan(0.2);
    }

    private static Screened screened(String text, double spam, double abuse) {
        var first = new Verdict(Verdict.Outcome.APPROVE, spam, abuse, List.of(), 0, "first");
        return new Screened(Comments.comment("c", text), Policy.builtIn("default"), first);
    }

    private static Verdict verdict(Verdict.Outcome outcome, double spam, List<Signal> signals) {
        return new Verdict(outcome, spam, 0, signals, 0, "first");
    }
}
