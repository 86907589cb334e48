/** What is watched on each connection before a request is one: heads that never end, heads that cannot be read. */
@NullMarked
package dev.winnow.ingest.connection;

import org.jspecify.annotations.NullMarked;
