package dev.winnow.worker.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.winnow.events.EventJson;
import dev.winnow.events.Verdict;
import dev.winnow.worker.screening.lists.TermFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What must get in and what must not, with the lists and the model that a release comes with. */
class SampleCommentsTest {

    private static final Screening SCREENING = Screening.standard();
    private static final Path SEED = Path.of("../../shared/seed/comments.ndjson");

    static List<String> ordinary() {
        return TermFile.lines("/screening/ordinary.txt");
    }

    static List<String> keptOut() {
        return TermFile.lines("/screening/kept-out.txt").stream()
                .map(line -> line.replace("\\u200B", "\u200B"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("ordinary")
    void anOrdinaryCommentIsApproved(String text) {
        var verdict = screen(text);

        assertThat(verdict.outcome()).as("%s", verdict).isEqualTo(Verdict.Outcome.APPROVE);
    }

    @ParameterizedTest
    @MethodSource("keptOut")
    void spamAndAbuseAreNotApproved(String text) {
        var verdict = screen(text);

        assertThat(verdict.outcome()).as("%s", verdict).isNotEqualTo(Verdict.Outcome.APPROVE);
        assertThat(verdict.signals()).isNotEmpty();
    }

    @Test
    void commentsOnAnArticleAboutLanguageModelsScoreLow() {
        for (var text : List.of(
                "大模型的三块基石是技术、数据和算力，少了哪一块都走不远。",
                "数据是燃料，算力是引擎，算法是方向盘，三者缺一不可！",
                "没有好数据，再强的算力也只是空转；没有算力，再好的算法也只能停在纸上。",
                "文章写得深入浅出，尤其是讲算力成本的那一段。",
                "技术要突破、数据要干净、算力要便宜，这三件事都不容易。",
                "说到底还是人才，技术和数据都是人做出来的。",
                "国产芯片什么时候能跟上？算力被卡脖子太难受了。",
                "把大模型比作盖房子很形象：技术是图纸，数据是砖，算力是塔吊。",
                "小公司没有算力也没有数据，只能调接口，这就是现实。",
                "✨数据质量比数量更重要，赞同！🧠⚡ #人工智能",
                "Data, compute and algorithms: take one away and the whole thing falls over.",
                "Compute is the engine, data the fuel. Nicely put.")) {
            assertScoresLow(text);
        }
    }

    @Test
    void theSeedsCommentsAreApproved() throws IOException {
        assumeTrue(Files.exists(SEED), "skipped: " + SEED + " is not there");
        for (var line : Files.readAllLines(SEED)) {
            assertScoresLow(EventJson.MAPPER.readTree(line).get("text").asString());
        }
    }

    private static void assertScoresLow(String text) {
        var verdict = screen(text);

        assertThat(verdict.outcome()).as(text).isEqualTo(Verdict.Outcome.APPROVE);
        assertThat(verdict.spam()).as(text).isLessThan(0.2);
        assertThat(verdict.abuse()).as(text).isLessThan(0.2);
    }

    private static Verdict screen(String text) {
        return SCREENING.screen(Comments.saying(text), Comments.policy(), Comments.NOTHING_KNOWN);
    }
}
