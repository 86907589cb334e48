/** Taking a new comment. */
@NullMarked
package dev.winnow.ingest.submission;

import org.jspecify.annotations.NullMarked;
