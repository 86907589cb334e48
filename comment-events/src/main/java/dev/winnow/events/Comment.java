package dev.winnow.events;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A comment's content, as its author last left it.
 *
 * @param id a UUID in its canonical lower-case form
 * @param site the site's name
 * @param article the site's own id of the article
 * @param parentId the comment this one answers, or null
 * @param author who wrote it
 * @param text what they wrote, untouched
 * @param url the address of the author's own page, or null
 * @param submittedAt when it was first submitted
 * @param editedAt when its text was last changed, or null
 * @param origin a keyed hash of the client's address, or null for what a site brought itself
 * @param imported whether the site brought it from an older system
 */
public record Comment(
        String id,
        String site,
        String article,
        @Nullable String parentId,
        Author author,
        String text,
        @Nullable String url,
        Instant submittedAt,
        @Nullable Instant editedAt,
        @Nullable String origin,
        boolean imported) {

    public Comment {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(site, "site");
        Objects.requireNonNull(article, "article");
        Objects.requireNonNull(author, "author");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(submittedAt, "submittedAt");
    }

    /** The same comment with another text. */
    public Comment edited(String newText, Instant at) {
        return new Comment(id, site, article, parentId, author, newText, url, submittedAt, at, origin, imported);
    }

    /**
     * By what this author's history is kept: {@code id:…} for an author the site vouched for, else {@code origin:…},
     * else null. A typed name is never one: it would let anybody borrow another's history.
     */
    public @Nullable String authorKey() {
        if (author.verified() && author.id() != null) {
            return "id:" + author.id();
        }
        return origin == null ? null : "origin:" + origin;
    }
}
