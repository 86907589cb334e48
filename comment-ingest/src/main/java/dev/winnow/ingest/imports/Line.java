package dev.winnow.ingest.imports;

import org.jspecify.annotations.Nullable;

/**
 * A line of an import as it came.
 *
 * @param number its number, from 1, blank lines counted
 * @param bytes what it holds, or null where it is longer than a line may be
 */
record Line(long number, byte @Nullable [] bytes) {

    boolean isBlank() {
        if (bytes == null) {
            return false;
        }
        for (var b : bytes) {
            if (b != ' ' && b != '\t' && b != '\r') {
                return false;
            }
        }
        return true;
    }
}
