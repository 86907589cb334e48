package dev.winnow.worker.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.events.LogPosition;
import dev.winnow.events.ModeratedComment;
import dev.winnow.events.Report;
import dev.winnow.events.Status;
import dev.winnow.events.Verdict;
import dev.winnow.worker.Comments;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class UrgencyTest {

    @Test
    void whatNothingSpeaksForIsDueWhenItCame() {
        assertThat(Urgency.due(event(0, 0, 0, Comments.NOON), 0)).isEqualTo(Comments.NOON);
    }

    @Test
    void abuseIsWorthThreeTimesTheWaitingOfSpam() {
        assertThat(headStart(event(0, 1, 0, Comments.NOON), 0)).isEqualTo(Duration.ofHours(12));
        assertThat(headStart(event(1, 0, 0, Comments.NOON), 0)).isEqualTo(Duration.ofHours(4));
        assertThat(headStart(event(1, 0.5, 0, Comments.NOON), 0)).isEqualTo(Duration.ofHours(6));
    }

    @Test
    void eachReportCountsUpToSix() {
        assertThat(headStart(event(0, 0, 2, Comments.NOON), 0)).isEqualTo(Duration.ofHours(4));
        assertThat(headStart(event(0, 0, 50, Comments.NOON), 0)).isEqualTo(Duration.ofHours(12));
    }

    @Test
    void reachCountsByWholeDoublingsAndIsBounded() {
        assertThat(headStart(event(0, 0, 0, Comments.NOON), 9)).isEqualTo(Duration.ZERO);
        assertThat(headStart(event(0, 0, 0, Comments.NOON), 10)).isEqualTo(Duration.ofHours(1));
        assertThat(headStart(event(0, 0, 0, Comments.NOON), 29)).isEqualTo(Duration.ofHours(1));
        assertThat(headStart(event(0, 0, 0, Comments.NOON), 30)).isEqualTo(Duration.ofHours(2));
        assertThat(headStart(event(0, 0, 0, Comments.NOON), 1_000_000)).isEqualTo(Duration.ofHours(6));
    }

    @Test
    void waitingCatchesUpWithSeverity() {
        var fresh = event(0, 1, 0, Comments.NOON);
        var waited = event(0, 0, 0, Comments.NOON.minus(Duration.ofHours(13)));

        assertThat(Urgency.due(waited, 0)).isBefore(Urgency.due(fresh, 0));
    }

    private static Duration headStart(ModeratedComment event, long reach) {
        return Duration.between(Urgency.due(event, reach), event.changedAt());
    }

    private static ModeratedComment event(double spam, double abuse, int reports, Instant changedAt) {
        return new ModeratedComment(
                Comments.comment("c1", "好"),
                Status.FLAGGED,
                1,
                new LogPosition(1, 0),
                1,
                0,
                new Verdict(Verdict.Outcome.FLAG, spam, abuse, List.of(), 0, "test"),
                List.of(),
                IntStream.range(0, reports)
                        .mapToObj(i -> new Report("origin:" + i, "spam", null, changedAt))
                        .toList(),
                changedAt);
    }
}
