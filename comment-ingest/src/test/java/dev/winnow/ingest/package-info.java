/** Tests of the service as a whole, against a broker that is really there, and what they stand on. */
@NullMarked
package dev.winnow.ingest;

import org.jspecify.annotations.NullMarked;
