package dev.winnow.worker.review;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.winnow.events.Decision.Action;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One decision on many comments: what was asked, and how far it is.
 *
 * @param id its id, which the ids of its decisions begin with
 * @param by the moderator
 * @param decision what is decided
 * @param reason a word from the policies' reasons, or null
 * @param note for colleagues, or null
 * @param startedAt when it was asked for
 * @param state whether it still goes on
 * @param comments how many comments it is about
 * @param applied on how many it took effect
 * @param refused on how many something else came first
 * @param failed on how many its outcome is not known, or which are gone
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record Act(
        String id,
        String by,
        Action decision,
        @Nullable String reason,
        @Nullable String note,
        Instant startedAt,
        State state,
        int comments,
        int applied,
        int refused,
        int failed) {

    /** Whether an act still goes on. */
    enum State {
        @JsonProperty("running")
        RUNNING,
        @JsonProperty("done")
        DONE
    }
}
