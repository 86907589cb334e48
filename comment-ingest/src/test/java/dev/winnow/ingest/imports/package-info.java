@NullMarked
package dev.winnow.ingest.imports;

import org.jspecify.annotations.NullMarked;
