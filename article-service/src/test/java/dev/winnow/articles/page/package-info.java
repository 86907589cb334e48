@NullMarked
package dev.winnow.articles.page;

import org.jspecify.annotations.NullMarked;
