package dev.winnow.events;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A decision about one comment, on its way to the comment's owner; travels on {@link Topics#DECIDED}.
 *
 * @param id the comment's id
 * @param site the site the comment belongs to
 * @param article the site's own id of the article
 * @param decisionId the decision's own id
 * @param action what is decided
 * @param by who decides
 * @param reason a short word from the policy's reasons, or null
 * @param note what the decider wrote for colleagues, or null
 * @param seen what the decider saw
 * @param at when it was decided
 */
public record CommentDecided(
        String id,
        String site,
        String article,
        String decisionId,
        Decision.Action action,
        Decider by,
        @Nullable String reason,
        @Nullable String note,
        Seen seen,
        Instant at)
        implements Event {

    public CommentDecided {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(site, "site");
        Objects.requireNonNull(article, "article");
        Objects.requireNonNull(decisionId, "decisionId");
        Objects.requireNonNull(action, "action");
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(seen, "seen");
        Objects.requireNonNull(at, "at");
    }

    public static final String TYPE = "winnow.comment.decided";

    @Override
    public String eventType() {
        return TYPE;
    }

    @Override
    public String key() {
        return id;
    }

    @Override
    public Instant happenedAt() {
        return at;
    }
}
