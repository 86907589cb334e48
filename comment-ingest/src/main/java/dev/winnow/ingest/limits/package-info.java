/** How much a site and a client may ask for in a while. */
@NullMarked
package dev.winnow.ingest.limits;

import org.jspecify.annotations.NullMarked;
