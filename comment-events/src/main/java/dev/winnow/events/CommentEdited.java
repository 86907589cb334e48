package dev.winnow.events;

import java.time.Instant;
import java.util.Objects;

/** The author put another text in the place of the comment's. */
public record CommentEdited(String id, String site, String article, String text, Instant at) implements ReaderCommand {

    public CommentEdited {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(site, "site");
        Objects.requireNonNull(article, "article");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(at, "at");
    }

    public static final String TYPE = "winnow.comment.edited";

    @Override
    public String eventType() {
        return TYPE;
    }
}
