/** The tokens with which an author edits or withdraws a comment; nothing is stored for them. */
@NullMarked
package dev.winnow.ingest.managetoken;

import org.jspecify.annotations.NullMarked;
