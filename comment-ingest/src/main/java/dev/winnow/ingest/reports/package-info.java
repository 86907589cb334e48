/** A reader reports a comment. */
@NullMarked
package dev.winnow.ingest.reports;

import org.jspecify.annotations.NullMarked;
