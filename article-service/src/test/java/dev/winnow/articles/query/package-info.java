@NullMarked
package dev.winnow.articles.query;

import org.jspecify.annotations.NullMarked;
