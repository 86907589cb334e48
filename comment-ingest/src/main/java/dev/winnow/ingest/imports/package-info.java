/** A site brings the comments of an older system: a stream of lines in, a stream of progress out. */
@NullMarked
package dev.winnow.ingest.imports;

import org.jspecify.annotations.NullMarked;
