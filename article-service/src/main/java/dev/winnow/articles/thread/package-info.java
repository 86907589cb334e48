/** An article's thread: what readers get of a comment, and its projection into MongoDB. */
@NullMarked
package dev.winnow.articles.thread;

import org.jspecify.annotations.NullMarked;
