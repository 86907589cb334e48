/** Every failure as an RFC 9457 problem. */
@NullMarked
package dev.winnow.articles.problem;

import org.jspecify.annotations.NullMarked;
