@NullMarked
package dev.winnow.articles.article;

import org.jspecify.annotations.NullMarked;
