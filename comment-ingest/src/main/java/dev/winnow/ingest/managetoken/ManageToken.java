package dev.winnow.ingest.managetoken;

import java.time.Instant;

/**
 * With what, and until when, an author may edit or withdraw a comment.
 *
 * @param value what they send along; letters, digits, {@code _} and {@code -} only
 * @param until the moment from which on it is refused
 */
public record ManageToken(String value, Instant until) {

    /** No token gets into a log by accident. */
    @Override
    public String toString() {
        return "ManageToken[…, until " + until + "]";
    }
}
