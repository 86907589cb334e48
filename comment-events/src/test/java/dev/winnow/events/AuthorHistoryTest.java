package dev.winnow.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class AuthorHistoryTest {

    @Test
    void anOlderRevisionChangesNothing() {
        var newer = Examples.HISTORY.with(outcome(1, 7, Status.RETRACTED));

        assertThat(newer.with(outcome(1, 3, Status.APPROVED))).isEqualTo(newer);
        assertThat(newer.count(Status.RETRACTED)).isEqualTo(1);
    }

    @Property(tries = 200)
    void orderAndRepetitionDoNotMatter(@ForAll long seed, @ForAll @IntRange(min = 1, max = 120) int comments) {
        var outcomes = new ArrayList<AuthorHistory.Outcome>();
        for (int i = 0; i < comments; i++) {
            outcomes.add(outcome(i, 1, Status.FLAGGED));
            outcomes.add(outcome(i, 2, Status.APPROVED));
        }
        var shuffled = new ArrayList<>(outcomes);
        shuffled.addAll(outcomes);
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(history(shuffled)).isEqualTo(history(outcomes));
        assertThat(history(shuffled).latest()).hasSizeLessThanOrEqualTo(AuthorHistory.KEPT);
    }

    private static AuthorHistory history(List<AuthorHistory.Outcome> outcomes) {
        var history = AuthorHistory.none("default", "id:1");
        for (var outcome : outcomes) {
            history = history.with(outcome);
        }
        return history;
    }

    private static AuthorHistory.Outcome outcome(int comment, long revision, Status status) {
        return new AuthorHistory.Outcome("c" + comment, revision, status, Instant.ofEpochSecond(comment), 0);
    }
}
