@NullMarked
package dev.winnow.articles;

import org.jspecify.annotations.NullMarked;
