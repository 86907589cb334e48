package dev.winnow.articles.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.articles.ArticleMetrics;
import dev.winnow.articles.TestComments;
import dev.winnow.articles.kafka.Positions;
import dev.winnow.articles.thread.CommentChange;
import dev.winnow.articles.thread.PublicComment;
import dev.winnow.articles.thread.ThreadKey;
import dev.winnow.articles.thread.ThreadSnapshot;
import dev.winnow.events.Status;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class LiveThreadsTest {

    private static final ThreadKey THREAD = new ThreadKey("default", "a");
    private static final List<TestComments> COMMENTS = List.of(
            TestComments.approved("a", 1, "one"),
            TestComments.approved("a", 2, "two"),
            TestComments.approved("a", 3, "three"));

    @Property(tries = 300)
    void anyOrderAndAnyRepetitionEndInTheNewestStates(@ForAll("changes") List<CommentChange> changes) {
        var live = live(1000);
        live.begin(new long[] {0});
        var thread = live.adopt(THREAD, List.of(), Positions.START);

        changes.forEach(live::take);

        assertThat(comments(thread)).isEqualTo(newest(changes));
    }

    @Property(tries = 300)
    void aThreadReadAtAnyMomentIsTheSameAsOneFollowedFromTheStart(
            @ForAll("changes") List<CommentChange> changes, @ForAll int split) {
        var stored = changes.subList(0, Math.floorMod(split, changes.size() + 1));
        var live = live(1000);
        live.begin(new long[] {0});

        changes.forEach(live::take);
        var thread = live.adopt(THREAD, newest(stored), Positions.START);

        assertThat(comments(thread)).isEqualTo(newest(changes));
    }

    @Test
    void aThreadThatMayLackSomethingIsNotKeptForLong() {
        var live = live(2);
        live.begin(new long[] {0});
        for (var offset = 0; offset < 5; offset++) {
            live.take(change(TestComments.approved("a", offset, "x"), offset));
        }

        assertThat(live.adopt(THREAD, List.of(), Positions.of(3)).asOf()).isNull();
        assertThat(live.adopt(THREAD, List.of(), Positions.of(2)).asOf()).isEqualTo(Positions.of(2));
    }

    @Test
    void aThreadThatGrowsTooLargeLeavesMemory() {
        var live = live(1000);
        live.begin(new long[] {0});
        var thread = live.adopt(THREAD, List.of(), Positions.START);

        for (var offset = 0; offset < 11; offset++) {
            live.take(change(TestComments.approved("a", offset, "x"), offset));
        }

        assertThat(thread.snapshot()).isNull();
    }

    @Test
    void aReaderThatIsTooSlowIsCutOffAfterWhatItsBufferHolds() {
        var live = live(1000);
        live.begin(new long[] {0});
        var cut = new AtomicInteger();
        var reader = new LiveReader(THREAD, live.positions(), 8, cut::incrementAndGet);
        live.follow(reader);

        for (var offset = 0; offset < 20; offset++) {
            live.take(change(TestComments.approved("a", offset, "x" + offset), offset));
        }

        var received = Objects.requireNonNull(reader.events().collectList().block(Duration.ofSeconds(5)));
        assertThat(received).hasSize(8);
        assertThat(new String(received.get(7), java.nio.charset.StandardCharsets.UTF_8))
                .contains("id: 8\n", "x7");
        assertThat(cut).hasValue(1);
    }

    @Test
    void aReaderIsNotToldAgainWhatItSawOnAnInstanceThatWasAhead() {
        var live = live(1000);
        live.begin(new long[] {0});
        var reader = new LiveReader(THREAD, Positions.of(2), 8, () -> {});
        live.follow(reader);

        for (var offset = 0; offset < 4; offset++) {
            live.take(change(TestComments.approved("a", offset, "x" + offset), offset));
        }
        live.dismiss();

        assertThat(reader.events().collectList().block(Duration.ofSeconds(5))).hasSize(2);
    }

    @Provide
    Arbitrary<List<CommentChange>> changes() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.integers().between(1, 5),
                        Arbitraries.of(Status.class),
                        Arbitraries.integers().between(0, 9))
                .as(LiveThreadsTest::change)
                .list()
                .ofMaxSize(30)
                .map(LiveThreadsTest::oneContentPerPlace);
    }

    private static CommentChange change(int comment, int revision, Status status, int offset) {
        var base = COMMENTS.get(comment);
        var event = new TestComments(
                        base.id(),
                        "default",
                        "a",
                        base.author(),
                        "revision " + revision + " at " + offset,
                        null,
                        base.submittedAt(),
                        null,
                        status,
                        revision)
                .event();
        return CommentChange.of(event, 0, offset, "0".repeat(32));
    }

    /** A record's place holds one record only: what is generated twice for a place is the same. */
    private static List<CommentChange> oneContentPerPlace(List<CommentChange> changes) {
        Map<String, CommentChange> byPlace = new HashMap<>();
        return changes.stream()
                .map(c -> byPlace.computeIfAbsent(c.id() + c.version(), place -> c))
                .toList();
    }

    private static List<PublicComment> newest(Collection<CommentChange> changes) {
        Map<String, CommentChange> newest = new HashMap<>();
        changes.forEach(c -> newest.merge(c.id(), c, (a, b) -> b.version().isNewerThan(a.version()) ? b : a));
        var comments = new ArrayList<PublicComment>();
        newest.values().forEach(c -> {
            if (c.comment() != null) {
                comments.add(c.comment());
            }
        });
        return ThreadSnapshot.of(comments).comments();
    }

    private static List<PublicComment> comments(HotThread thread) {
        return Objects.requireNonNull(thread.snapshot()).comments();
    }

    private static CommentChange change(TestComments comment, long offset) {
        return CommentChange.of(comment.event(), 0, offset, "0".repeat(32));
    }

    private static LiveThreads live(int recent) {
        var settings = new LiveSettings(
                10, 8, Duration.ofSeconds(15), Duration.ofSeconds(2), recent, DataSize.ofMegabytes(1), 100);
        return new LiveThreads(
                settings,
                new ThreadSettings(DataSize.ofMegabytes(1), 10, Duration.ofSeconds(1)),
                new ArticleMetrics(new SimpleMeterRegistry()));
    }
}
