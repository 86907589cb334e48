/** Where a request came from: the client's address behind trusted proxies, and the keyed hash that is kept of it. */
@NullMarked
package dev.winnow.ingest.origin;

import org.jspecify.annotations.NullMarked;
