package dev.winnow.events;

import java.time.Instant;
import java.util.Objects;

/** The author took the comment back. */
public record CommentWithdrawn(String id, String site, String article, Instant at) implements ReaderCommand {

    public CommentWithdrawn {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(site, "site");
        Objects.requireNonNull(article, "article");
        Objects.requireNonNull(at, "at");
    }

    public static final String TYPE = "winnow.comment.withdrawn-by-author";

    @Override
    public String eventType() {
        return TYPE;
    }
}
