@NullMarked
package dev.winnow.articles.live;

import org.jspecify.annotations.NullMarked;
