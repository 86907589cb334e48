package dev.winnow.ingest.author;

import dev.winnow.events.Author;
import dev.winnow.ingest.arrival.Call;
import dev.winnow.ingest.problems.Checked;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Tells who an author is. What anybody typed is kept and earns no trust; the site vouches with a token that it signed,
 * which then stands instead of what was typed, or with its key, by which its own server names an id.
 */
@Component
public class Authors {

    private final AuthorTokens tokens;

    public Authors(AuthorTokens tokens) {
        this.tokens = tokens;
    }

    /** The author of a call that names one in its body. */
    public Checked<Author> of(Call call, Author typed) {
        var token = call.header(AuthorTokens.HEADER);
        if (token != null) {
            return tokens.read(call.site(), token);
        }
        return Checked.good(call.caller().isSite() ? vouchedFor(typed) : typed);
    }

    /** The author a call's token names, or null where it has none. */
    public @Nullable Checked<Author> signedIn(Call call) {
        var token = call.header(AuthorTokens.HEADER);
        return token == null ? null : tokens.read(call.site(), token);
    }

    /** An author named with the site's key: known by id, where there is one. */
    public static Author vouchedFor(Author typed) {
        return new Author(typed.name(), typed.id(), typed.email(), typed.id() != null);
    }
}
