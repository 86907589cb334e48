package dev.winnow.articles.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.articles.TestComments;
import dev.winnow.articles.kafka.Positions;
import dev.winnow.articles.thread.Change;
import dev.winnow.articles.thread.CommentChange;
import dev.winnow.articles.thread.Erasure;
import dev.winnow.articles.thread.ThreadKey;
import org.junit.jupiter.api.Test;

class RecentChangesTest {

    private static final ThreadKey THREAD = new ThreadKey("default", "a");
    private final RecentChanges recent = new RecentChanges(3, Long.MAX_VALUE);

    @Test
    void whatGoesOverTheBoundIsForgottenAndIsKnownToBeMissing() {
        recent.startAt(0, 100);
        for (var offset = 100; offset < 105; offset++) {
            recent.add(change(TestComments.approved("a", offset, "x"), offset));
        }

        assertThat(recent.of(THREAD)).extracting(CommentChange::offset).containsExactly(102L, 103L, 104L);
        assertThat(recent.completeFrom(0)).isEqualTo(102);
        assertThat(recent.reachBackTo(Positions.of(102), 1)).isTrue();
        assertThat(recent.reachBackTo(Positions.of(101), 1)).isFalse();
    }

    @Test
    void memoryIsBoundedToo() {
        var bounded = new RecentChanges(1000, 10_000);
        for (var offset = 0; offset < 100; offset++) {
            bounded.add(change(TestComments.approved("a", offset, "x".repeat(500)), offset));
        }

        assertThat(bounded.size()).isBetween(1, 10);
    }

    @Test
    void onlyWhatIsNewerIsSentAgain() {
        recent.add(change(TestComments.approved("a", 0, "x"), 0));
        recent.add(change(TestComments.approved("a", 1, "y"), 1));
        recent.add(change(TestComments.approved("other", 1, "z"), 2));

        assertThat(recent.since(THREAD, Positions.of(1)))
                .extracting(Change::offset)
                .containsExactly(1L);
    }

    @Test
    void whatIsErasedIsForgottenAtOnce() {
        var comment = TestComments.approved("a", 0, "x");
        recent.add(change(comment, 0));
        recent.add(change(comment.edited("y"), 1));

        recent.add(new Erasure(comment.id(), 0, 2));

        assertThat(recent.latest(comment.id())).isNull();
        assertThat(recent.of(THREAD)).isEmpty();
        assertThat(recent.since(THREAD, Positions.START)).hasSize(1).first().isInstanceOf(Erasure.class);
    }

    private static CommentChange change(TestComments comment, long offset) {
        return CommentChange.of(comment.event(), 0, offset, "0".repeat(32));
    }
}
