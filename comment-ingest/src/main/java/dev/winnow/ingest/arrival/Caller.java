package dev.winnow.ingest.arrival;

import org.jspecify.annotations.Nullable;

/**
 * Who sent a request.
 *
 * @param isSite whether it came with the site's key
 * @param origin what is kept of the address it came from
 */
public record Caller(boolean isSite, String origin) {

    /** The origin of a reader's request; none of a site's, whose address says nothing of its readers. */
    public @Nullable String readersOrigin() {
        return isSite ? null : origin;
    }
}
