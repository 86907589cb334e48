/** The article page, rendered on the server. */
@NullMarked
package dev.winnow.articles.page;

import org.jspecify.annotations.NullMarked;
