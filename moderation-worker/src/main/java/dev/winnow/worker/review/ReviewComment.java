package dev.winnow.worker.review;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.winnow.events.Author;
import dev.winnow.events.Decider;
import dev.winnow.events.Decision;
import dev.winnow.events.Signal;
import dev.winnow.events.Span;
import dev.winnow.events.Status;
import dev.winnow.events.Verdict;
import dev.winnow.worker.secondopinion.OpinionNote;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A comment as the API shows it to moderators. What is missing is null, never left out.
 *
 * @param due by when it ought to be looked at, by {@link Urgency}
 * @param authors by what the filter of authors knows its author
 * @param language what it is written in
 * @param opinion the probabilities by which a second opinion decided on the present text, where one did
 * @param reported how many readers reported the present text, at most 50
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record ReviewComment(
        String id,
        String site,
        String article,
        Author author,
        String text,
        @Nullable String parentId,
        @Nullable String url,
        Status status,
        long revision,
        Instant submittedAt,
        @Nullable Instant editedAt,
        Instant changedAt,
        boolean imported,
        Instant due,
        List<String> authors,
        Language language,
        Scores scores,
        @Nullable Scores opinion,
        Screened screened,
        List<Noticed> signals,
        List<Decided> decisions,
        List<Reported> reports,
        int reported) {

    /** The probabilities that it is spam and that it is abuse, 0 to 1. */
    record Scores(double spam, double abuse) {}

    /** What screening said to do, under which version of the policy and with which model. */
    record Screened(Verdict.Outcome outcome, long policyVersion, String model) {}

    /**
     * One thing that screening noticed, and the sentence about it in the moderator's language.
     *
     * @param entry the list entry that it is about; null where it is about none
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Noticed(
            String name,
            Signal.Category category,
            double strength,
            Signal.Field field,
            List<Span> spans,
            String why,
            @Nullable Entry entry) {}

    /**
     * An entry of a list.
     *
     * @param id by which a policy switches it off
     * @param term what it looks for
     */
    record Entry(String id, String term) {}

    /**
     * One decision.
     *
     * @param scores the probabilities by which a second opinion decided; null for all others
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Decided(
            String id,
            Decision.Action action,
            Decider by,
            @Nullable String reason,
            @Nullable String note,
            @Nullable Scores scores,
            Instant at,
            long revision,
            Decision.@Nullable Refusal refused) {

        static Decided of(Decision decision) {
            var scores =
                    OpinionNote.of(decision.by(), decision.note()).map(note -> new Scores(note.spam(), note.abuse()));
            return new Decided(
                    decision.id(),
                    decision.action(),
                    decision.by(),
                    decision.reason(),
                    scores.isPresent() ? null : decision.note(),
                    scores.orElse(null),
                    decision.at(),
                    decision.revision(),
                    decision.refused());
        }
    }

    /** One reader's report; who reported is not for moderators. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Reported(String reason, @Nullable String note, Instant at) {}
}
