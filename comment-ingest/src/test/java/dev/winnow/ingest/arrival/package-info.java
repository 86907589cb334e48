@NullMarked
package dev.winnow.ingest.arrival;

import org.jspecify.annotations.NullMarked;
