package dev.winnow.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An article that a site registered; travels on {@link Topics#ARTICLES}.
 *
 * @param site the site
 * @param article the site's own id of it
 * @param title its title
 * @param url its address, or null
 * @param publishedAt when it was published, or null
 * @param text its text for the article page, plain, paragraphs by line; or null
 * @param comments whether new comments are welcome
 * @param changedAt when it was last registered
 */
public record Article(
        String site,
        String article,
        String title,
        @Nullable String url,
        @Nullable Instant publishedAt,
        @Nullable String text,
        Comments comments,
        Instant changedAt)
        implements Event {

    public Article {
        Objects.requireNonNull(site, "site");
        Objects.requireNonNull(article, "article");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(comments, "comments");
        Objects.requireNonNull(changedAt, "changedAt");
    }

    public static final String TYPE = "winnow.article.registered";

    /** The record key of an article; also names its thread. */
    public static String key(String site, String article) {
        return site + "/" + article;
    }

    @Override
    public String eventType() {
        return TYPE;
    }

    @Override
    public String key() {
        return key(site, article);
    }

    @Override
    public Instant happenedAt() {
        return changedAt;
    }

    /** Whether an article takes comments. */
    public enum Comments {
        @JsonProperty("open")
        OPEN,
        @JsonProperty("closed")
        CLOSED
    }
}
