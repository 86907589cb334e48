@NullMarked
package dev.winnow.articles.thread;

import org.jspecify.annotations.NullMarked;
