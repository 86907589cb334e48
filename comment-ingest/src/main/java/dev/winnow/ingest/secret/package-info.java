/** The service's one secret and the keys derived from it. */
@NullMarked
package dev.winnow.ingest.secret;

import org.jspecify.annotations.NullMarked;
