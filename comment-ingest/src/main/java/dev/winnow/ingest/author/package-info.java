/** Who wrote a comment, and whether the site vouched for it. */
@NullMarked
package dev.winnow.ingest.author;

import org.jspecify.annotations.NullMarked;
