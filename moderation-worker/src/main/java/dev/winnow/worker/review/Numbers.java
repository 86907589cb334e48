package dev.winnow.worker.review;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.winnow.worker.audit.AuditFigures.Agreement;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What moderators want to know of their work.
 *
 * @param waiting how many comments wait for them
 * @param pending how many wait for a second opinion
 * @param oldest when the one that waits longest came in; null when none waits
 * @param today what they did since today began
 * @param signals how often they agreed with each signal
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record Numbers(long waiting, long pending, @Nullable Instant oldest, Today today, Signals signals) {

    /**
     * A day's work so far.
     *
     * @param since when the day began
     * @param decided how many decisions took effect
     * @param overturned how many of people's decisions people turned into the opposite
     */
    record Today(Instant since, long decided, long overturned) {}

    /**
     * How people decided where signals had spoken against a comment.
     *
     * @param since from when on decisions are looked at
     * @param agreement by signal, those that spoke most often first
     */
    record Signals(Instant since, List<Agreement> agreement) {}
}
