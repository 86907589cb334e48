package dev.winnow.events;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Who wrote a comment.
 *
 * @param name the name to show
 * @param id the site's own id of the author, or null; worth something only when {@code verified}
 * @param email the mail address, or null; for the desk only, readers never get it
 * @param verified whether the site itself vouched for name and id, with its key or a token that it signed
 */
public record Author(
        String name, @Nullable String id, @Nullable String email, boolean verified) {

    public Author {
        Objects.requireNonNull(name, "name");
    }
}
