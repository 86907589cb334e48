@NullMarked
package dev.winnow.ingest.limits;

import org.jspecify.annotations.NullMarked;
