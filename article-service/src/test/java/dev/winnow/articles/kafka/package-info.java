@NullMarked
package dev.winnow.articles.kafka;

import org.jspecify.annotations.NullMarked;
