package dev.winnow.worker.policy;

import dev.winnow.events.Comment;
import dev.winnow.events.Policy;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Tries a policy on the last days' comments before it takes effect: screens them under the policy in force and under the
 * other, and counts where something else would have happened. Bounded in comments and in time; neither the authors'
 * histories nor what people decided afterwards is taken into account.
 */
@Component
class PolicyTrials {

    static final int MOST = 2_000;
    static final int DAYS = 30;

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final PastComments past;
    private final TriedScreening screening;
    private final PolicyTable table;
    private final Clock clock;

    PolicyTrials(PastComments past, TriedScreening screening, PolicyTable table, Clock clock) {
        this.past = past;
        this.screening = screening;
        this.table = table;
        this.clock = clock;
    }

    /**
     * Tries a policy.
     *
     * @param policy the policy, of the site that it is for
     * @param signal only on comments with this signal, or null for all
     */
    Mono<Trial> of(Policy policy, @Nullable String signal) {
        var since = clock.instant().minus(Duration.ofDays(DAYS));
        return past.of(policy.site(), signal, since, MOST + 1)
                .collectList()
                .publishOn(Schedulers.boundedElastic())
                .map(comments -> tried(comments, table.inForce(policy.site()), policy));
    }

    private Trial tried(List<Comment> comments, Policy before, Policy after) {
        var began = System.nanoTime();
        var looked = 0;
        var changed = 0;
        while (looked < Math.min(MOST, comments.size()) && System.nanoTime() - began < PATIENCE.toNanos()) {
            var comment = comments.get(looked);
            changed += screening.of(comment, before) == screening.of(comment, after) ? 0 : 1;
            looked++;
        }
        return new Trial(looked, changed, looked < comments.size(), DAYS);
    }

    /**
     * What a trial found.
     *
     * @param looked how many comments were screened again, the newest first
     * @param changed with how many of them something else would have happened
     * @param more whether there were more than that
     * @param days how far back it looked
     */
    record Trial(int looked, int changed, boolean more, int days) {}
}
