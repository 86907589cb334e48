/** Keeps each article's approved thread and serves it, live. */
@NullMarked
package dev.winnow.articles;

import org.jspecify.annotations.NullMarked;
