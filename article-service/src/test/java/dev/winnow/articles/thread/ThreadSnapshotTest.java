package dev.winnow.articles.thread;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.articles.TestComments;
import dev.winnow.events.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ThreadSnapshotTest {

    @Test
    void pagesFollowOneAnotherInBothOrdersWithoutGapOrRepetition() {
        var comments = IntStream.range(0, 23)
                .mapToObj(i -> TestComments.approved("a", i / 3, "comment " + i))
                .toList();
        var thread = ThreadSnapshot.of(comments.stream()
                .map(c -> change(c, 0))
                .map(CommentChange::comment)
                .toList());

        var oldest = all(thread, Order.OLDEST, 5);
        var newest = all(thread, Order.NEWEST, 4);

        assertThat(oldest).isSortedAccordingTo(PublicComment.OLDEST_FIRST).hasSize(23);
        assertThat(newest)
                .isSortedAccordingTo(PublicComment.OLDEST_FIRST.reversed())
                .hasSize(23);
    }

    @Test
    void aCursorWorksAlsoWhenItsCommentIsGone() {
        var first = TestComments.approved("a", 1, "one");
        var second = TestComments.approved("a", 2, "two");
        var third = TestComments.approved("a", 3, "three");
        var thread = ThreadSnapshot.of(List.of(comment(first), comment(second), comment(third)));
        var next = thread.page(new PageQuery(Order.OLDEST, 2, null)).next();

        var page = thread.without(second.id())
                .page(new PageQuery(
                        Order.OLDEST, 2, Cursor.parse(String.valueOf(next)).orElseThrow()));

        assertThat(page.comments()).extracting(PublicComment::text).containsExactly("three");
        assertThat(page.next()).isNull();
    }

    @Test
    void anEditedCommentKeepsItsPlaceAndAnOlderStateChangesNothing() {
        var first = TestComments.approved("a", 1, "one");
        var second = TestComments.approved("a", 2, "two");
        var thread = ThreadSnapshot.of(List.of(comment(first), comment(second)));

        var edited = thread.with(change(first.edited("one, better"), 5));

        assertThat(edited.comments()).extracting(PublicComment::text).containsExactly("one, better", "two");
        assertThat(edited.with(change(first, 0))).isSameAs(edited);
        assertThat(edited.with(change(first.edited("one, better"), 5))).isSameAs(edited);
    }

    @Test
    void aRetractedCommentGoes() {
        var first = TestComments.approved("a", 1, "one");
        var thread = ThreadSnapshot.of(List.of(comment(first)));

        assertThat(thread.with(change(first.becomes(Status.RETRACTED), 1)).size())
                .isZero();
    }

    @Test
    void equalThreadsHaveEqualTagsAndOthersHaveNot() {
        var first = TestComments.approved("a", 1, "one");
        var second = TestComments.approved("a", 2, "two");
        var query = new PageQuery(Order.OLDEST, 50, null);

        var both = ThreadSnapshot.of(List.of(comment(second), comment(first)));
        var grown = ThreadSnapshot.of(List.of(comment(first))).with(change(second, 3));
        var one = ThreadSnapshot.of(List.of(comment(first)));

        assertThat(grown.page(query).etag()).isEqualTo(both.page(query).etag());
        assertThat(one.page(query).etag()).isNotEqualTo(both.page(query).etag());
        assertThat(one.page(query)).isSameAs(one.page(query));
    }

    private static List<PublicComment> all(ThreadSnapshot thread, Order order, int limit) {
        var all = new ArrayList<PublicComment>();
        Cursor after = null;
        while (true) {
            var page = thread.page(new PageQuery(order, limit, after));
            all.addAll(page.comments());
            if (page.next() == null) {
                return all;
            }
            after = Cursor.parse(page.next()).orElseThrow();
        }
    }

    private static CommentChange change(TestComments comment, long offset) {
        return CommentChange.of(comment.event(), 0, offset, "0".repeat(32));
    }

    private static PublicComment comment(TestComments comment) {
        return java.util.Objects.requireNonNull(change(comment, 0).comment());
    }
}
