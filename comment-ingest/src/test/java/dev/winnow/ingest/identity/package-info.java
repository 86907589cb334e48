@NullMarked
package dev.winnow.ingest.identity;

import org.jspecify.annotations.NullMarked;
