/** What texts, names and addresses must be like, and how they are read from JSON. */
@NullMarked
package dev.winnow.ingest.rules;

import org.jspecify.annotations.NullMarked;
