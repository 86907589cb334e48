package dev.winnow.articles.thread;

import dev.winnow.events.Article;

/**
 * Names a thread.
 *
 * @param site the site
 * @param article the site's own id of the article
 */
public record ThreadKey(String site, String article) {

    /** One string for both, as record keys and documents have it. A site's name holds no slash. */
    public String value() {
        return Article.key(site, article);
    }
}
