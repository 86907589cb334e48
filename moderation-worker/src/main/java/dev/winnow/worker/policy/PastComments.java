package dev.winnow.worker.policy;

import dev.winnow.events.Comment;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/** Gives the comments that a policy is tried on. */
@FunctionalInterface
public interface PastComments {

    /**
     * A site's newest comments, newest first.
     *
     * @param site the site
     * @param signal only those with this signal, or null for all
     * @param since since when
     * @param most how many at most
     */
    Flux<Comment> of(String site, @Nullable String signal, Instant since, int most);
}
