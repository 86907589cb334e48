@NullMarked
package dev.winnow.ingest.rules;

import org.jspecify.annotations.NullMarked;
