/** The reading API: pages of a thread, one comment, counts. */
@NullMarked
package dev.winnow.articles.query;

import org.jspecify.annotations.NullMarked;
