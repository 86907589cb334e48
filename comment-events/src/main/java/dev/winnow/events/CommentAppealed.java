package dev.winnow.events;

import java.time.Instant;
import java.util.Objects;

/**
 * The author of a comment that was declined asks for another look at it, with a few words.
 *
 * @param words why it should be shown
 */
public record CommentAppealed(String id, String site, String article, String words, Instant at)
        implements ReaderCommand {

    public CommentAppealed {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(site, "site");
        Objects.requireNonNull(article, "article");
        Objects.requireNonNull(words, "words");
        Objects.requireNonNull(at, "at");
    }

    public static final String TYPE = "winnow.comment.appealed";

    @Override
    public String eventType() {
        return TYPE;
    }
}
