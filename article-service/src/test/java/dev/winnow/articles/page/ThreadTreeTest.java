package dev.winnow.articles.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.articles.TestComments;
import dev.winnow.articles.thread.CommentChange;
import dev.winnow.articles.thread.PublicComment;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ThreadTreeTest {

    private static final SiteClock CLOCK = new SiteClock(ZoneId.of("Asia/Shanghai"));

    @Test
    void answersStandUnderWhatTheyAnswerOneLevelDeepInTheirOrder() {
        var question = TestComments.approved("a", 0, "question").by("甲");
        var other = TestComments.approved("a", 1, "other");
        var answer = TestComments.approved("a", 2, "answer").answering(question).by("乙");
        var deeper = TestComments.approved("a", 3, "deeper").answering(answer);

        var tree = tree(question, other, answer, deeper);

        assertThat(tree).extracting(CommentView::text).containsExactly("question", "other");
        assertThat(tree.get(0).replies()).extracting(CommentView::text).containsExactly("answer", "deeper");
        assertThat(tree.get(0).replies()).extracting(CommentView::replyTo).containsExactly(null, "乙");
    }

    @Test
    void anAnswerWhoseParentIsNotHereStandsByItself() {
        var gone = TestComments.approved("a", 0, "gone");
        var answer = TestComments.approved("a", 1, "answer").answering(gone);

        assertThat(tree(answer)).extracting(CommentView::text).containsExactly("answer");
    }

    @Test
    void parentsInACircleHarmNobody() {
        var first = TestComments.approved("a", 0, "first");
        var second = TestComments.approved("a", 1, "second").answering(first);

        var tree = tree(
                first.answering(second),
                second,
                TestComments.approved("a", 2, "third").answering(second));

        assertThat(tree).extracting(CommentView::text).containsExactly("first", "second", "third");
    }

    @Test
    void timesAreThoseOfTheSite() {
        assertThat(tree(TestComments.approved("a", 0, "x")).get(0).time()).isEqualTo("2025-06-21 00:36");
    }

    @Test
    void aMonogramIsAWholeCharacter() {
        assertThat(tree(TestComments.approved("a", 0, "x").by("🧠脑")).get(0).monogram())
                .isEqualTo("🧠");
        assertThat(tree(TestComments.approved("a", 0, "x").by("  ")).get(0).monogram())
                .isEqualTo("?");
    }

    private static List<CommentView> tree(TestComments... comments) {
        List<PublicComment> list = Stream.of(comments)
                .map(c -> Objects.requireNonNull(
                        CommentChange.of(c.event(), 0, 0, "0".repeat(32)).comment()))
                .toList();
        return ThreadTree.of(list, CLOCK);
    }
}
