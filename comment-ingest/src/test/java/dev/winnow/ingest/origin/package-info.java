@NullMarked
package dev.winnow.ingest.origin;

import org.jspecify.annotations.NullMarked;
