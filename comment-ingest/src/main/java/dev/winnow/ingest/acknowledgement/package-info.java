/** Putting commands onto Kafka and knowing when it holds them, or that it cannot take them. */
@NullMarked
package dev.winnow.ingest.acknowledgement;

import org.jspecify.annotations.NullMarked;
