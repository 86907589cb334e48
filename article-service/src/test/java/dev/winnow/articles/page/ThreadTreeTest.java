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
    void answersStandUnderWhatTheyAnswerInTheirOrder() {
        var question = TestComments.approved("a", 0, "question");
        var other = TestComments.approved("a", 1, "other");
        var later = TestComments.approved("a", 4, "later").answering(question);
        var answer = TestComments.approved("a", 2, "answer").answering(question);
        var deeper = TestComments.approved("a", 3, "deeper").answering(answer);

        var tree = tree(question, other, later, answer, deeper);

        assertThat(tree).extracting(CommentView::text).containsExactly("question", "other");
        assertThat(tree.get(0).replies()).extracting(CommentView::text).containsExactly("answer", "later");
        assertThat(tree.get(0).replies().get(0).replies())
                .extracting(CommentView::text)
                .containsExactly("deeper");
    }

    @Test
    void whatLiesDeeperIsFoldedAndSaysWhomItAnswers() {
        var chain = chain(6);

        var third = tree(chain).get(0).replies().get(0).replies().get(0);

        assertThat(third.replies()).isEmpty();
        assertThat(third.folded()).extracting(CommentView::text).containsExactly("3", "4", "5");
        assertThat(third.folded()).extracting(CommentView::replyTo).containsExactly(null, "author 3", "author 4");
        assertThat(third.unfolded()).isFalse();
    }

    @Test
    void theFoldThatALinkLeadsIntoIsOpen() {
        var chain = chain(6);

        var tree = ThreadTree.of(comments(chain), chain[5].id(), CLOCK);

        assertThat(tree.get(0).replies().get(0).replies().get(0).unfolded()).isTrue();
    }

    private static TestComments[] chain(int length) {
        var chain = new TestComments[length];
        for (var i = 0; i < length; i++) {
            var comment = TestComments.approved("a", i, String.valueOf(i)).by("author " + i);
            chain[i] = i == 0 ? comment : comment.answering(chain[i - 1]);
        }
        return chain;
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

        assertThat(tree).extracting(CommentView::text).containsExactly("first", "second");
        assertThat(tree.get(1).replies()).extracting(CommentView::text).containsExactly("third");
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
        return ThreadTree.of(comments(comments), null, CLOCK);
    }

    private static List<PublicComment> comments(TestComments... comments) {
        return Stream.of(comments)
                .map(c -> Objects.requireNonNull(
                        CommentChange.of(c.event(), 0, 0, "0".repeat(32)).comment()))
                .toList();
    }
}
