package dev.winnow.articles.article;

import dev.winnow.events.Article;
import org.jspecify.annotations.Nullable;

/**
 * An article as the API gives it.
 *
 * @param site the site
 * @param article the site's own id of it
 * @param title its title
 * @param url its address, or null
 * @param publishedAt when it was published, or null
 * @param text its text, or null
 * @param comments {@code open} or {@code closed}
 * @param changedAt when it was last registered
 */
record ArticleView(
        String site,
        String article,
        String title,
        @Nullable String url,
        @Nullable String publishedAt,
        @Nullable String text,
        String comments,
        String changedAt) {

    static ArticleView of(Article article) {
        return new ArticleView(
                article.site(),
                article.article(),
                article.title(),
                article.url(),
                article.publishedAt() == null ? null : article.publishedAt().toString(),
                article.text(),
                article.comments() == Article.Comments.OPEN ? "open" : "closed",
                article.changedAt().toString());
    }
}
