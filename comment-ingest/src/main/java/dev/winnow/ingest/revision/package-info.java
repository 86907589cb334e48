/** An author edits or withdraws a comment, or appeals against its refusal. */
@NullMarked
package dev.winnow.ingest.revision;

import org.jspecify.annotations.NullMarked;
