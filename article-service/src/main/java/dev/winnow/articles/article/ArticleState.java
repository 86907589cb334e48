package dev.winnow.articles.article;

import dev.winnow.events.Article;

/**
 * An article and the place of the record that says so; the later place counts.
 *
 * @param article the article
 * @param offset the record's offset on its partition, which an article never leaves
 */
public record ArticleState(Article article, long offset) {}
