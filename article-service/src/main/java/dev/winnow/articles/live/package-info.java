/** The tail of the topic: it keeps hot threads true and feeds the streams of live readers. */
@NullMarked
package dev.winnow.articles.live;

import org.jspecify.annotations.NullMarked;
