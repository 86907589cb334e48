package dev.winnow.worker.review;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.winnow.events.Author;
import dev.winnow.events.Decision;
import dev.winnow.events.Status;
import dev.winnow.worker.review.ReviewComment.Decided;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What lies around a comment, for whoever decides it.
 *
 * @param parent the comment that it answers, if it answers one that the desk knows
 * @param before the nearest comments beside it that were submitted before, oldest first
 * @param after the nearest that were submitted after, oldest first
 * @param answers what answers it, oldest first
 * @param author its author's other comments
 * @param copies near-copies of it that wait on the same site, the most urgent first
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record Around(
        @Nullable Brief parent,
        List<Brief> before,
        List<Brief> after,
        List<Brief> answers,
        OfAuthor author,
        List<Brief> copies) {

    /**
     * An author's other comments on the site.
     *
     * @param known whether they are told by a verified id or where they came from, not by a typed name
     * @param latest the newest, newest first
     * @param ended how many of the newest stand where
     */
    record OfAuthor(boolean known, List<Brief> latest, Map<String, Long> ended) {}

    /**
     * A comment in a few lines.
     *
     * @param text its beginning
     * @param ended the latest decision that was applied, if there is one
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Brief(
            String id,
            Author author,
            String text,
            Status status,
            long revision,
            Instant submittedAt,
            @Nullable Decided ended) {

        private static final int LONGEST = 400;

        static Brief of(ReviewItem item) {
            var comment = item.event().comment();
            return new Brief(
                    item.id(),
                    comment.author(),
                    beginning(comment.text()),
                    item.event().status(),
                    item.revision(),
                    comment.submittedAt(),
                    item.event().decisions().stream()
                            .filter(Decision::applied)
                            .reduce((a, b) -> b)
                            .map(Decided::of)
                            .orElse(null));
        }

        private static String beginning(String text) {
            if (text.length() <= LONGEST) {
                return text;
            }
            var end = Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
            return text.substring(0, end) + "…";
        }
    }
}
