package dev.winnow.worker.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.events.EventJson;
import dev.winnow.events.LogPosition;
import dev.winnow.events.ModeratedComment;
import dev.winnow.events.Status;
import dev.winnow.events.Verdict;
import dev.winnow.worker.Comments;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReviewItemTest {

    @Test
    void whatAReportAddsLeavesWhatIsToBeDecidedAsItWas() {
        var first = next(null, event(5, 5, 0, Status.FLAGGED));
        var reported = next(first, event(9, 5, 0, Status.FLAGGED));

        assertThat(reported.revision()).isEqualTo(9);
        assertThat(reported.since()).isEqualTo(5);
    }

    @Test
    void anotherTextRulingOrWithdrawalIsSomethingElse() {
        var first = next(null, event(5, 5, 0, Status.FLAGGED));

        assertThat(next(first, event(9, 9, 0, Status.FLAGGED)).since()).isEqualTo(9);
        assertThat(next(first, event(9, 5, 4, Status.APPROVED)).since()).isEqualTo(9);
        assertThat(next(first, event(9, 5, 0, Status.WITHDRAWN)).since()).isEqualTo(9);
    }

    @Test
    void anOlderEventChangesNothingAndAnEqualOneCounts() {
        var known = next(null, event(9, 5, 0, Status.FLAGGED));

        assertThat(next(known, event(8, 5, 0, Status.REJECTED))).isSameAs(known);
        assertThat(next(known, event(9, 5, 0, Status.REJECTED)).event().status())
                .isEqualTo(Status.REJECTED);
    }

    @Test
    void theStoreGivesBackWhatItTook() {
        var item = next(null, event(9, 5, 0, Status.FLAGGED));

        assertThat(ReviewItem.of(item.document())).isEqualTo(item);
    }

    private static ReviewItem next(@Nullable ReviewItem known, ModeratedComment event) {
        return ReviewItem.next(known, event, new String(EventJson.write(event), StandardCharsets.UTF_8));
    }

    private static ModeratedComment event(long revision, long text, long ruling, Status status) {
        return new ModeratedComment(
                Comments.comment("c1", "好"),
                status,
                revision,
                new LogPosition(text, ruling),
                text,
                ruling,
                Comments.verdict(Verdict.Outcome.FLAG),
                List.of(),
                List.of(),
                Comments.NOON);
    }
}
