/** Articles: registering, reading, their projection. */
@NullMarked
package dev.winnow.articles.article;

import org.jspecify.annotations.NullMarked;
