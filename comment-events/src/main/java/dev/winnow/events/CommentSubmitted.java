package dev.winnow.events;

import java.time.Instant;
import java.util.Objects;

/**
 * A new comment was accepted.
 *
 * @param comment the whole comment
 * @param at when it was accepted; for an import this is later than the comment's own time
 */
public record CommentSubmitted(Comment comment, Instant at) implements ReaderCommand {

    public CommentSubmitted {
        Objects.requireNonNull(comment, "comment");
        Objects.requireNonNull(at, "at");
    }

    public static final String TYPE = "winnow.comment.submitted";

    @Override
    public String id() {
        return comment.id();
    }

    @Override
    public String site() {
        return comment.site();
    }

    @Override
    public String article() {
        return comment.article();
    }

    @Override
    public String eventType() {
        return TYPE;
    }
}
