/** Where requests come in: addresses, methods, media types, bounds, and the one way in which answers go out. */
@NullMarked
package dev.winnow.ingest.arrival;

import org.jspecify.annotations.NullMarked;
