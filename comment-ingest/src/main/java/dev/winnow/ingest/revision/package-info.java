/** An author edits or withdraws a comment. */
@NullMarked
package dev.winnow.ingest.revision;

import org.jspecify.annotations.NullMarked;
