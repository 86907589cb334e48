package dev.winnow.worker.review;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/**
 * A place in an {@link Order} of comments.
 *
 * @param moment by which the order goes, to the millisecond, of the last comment that was shown
 * @param id its id
 */
record Cursor(Instant moment, String id) {

    private static final int LONGEST = 200;

    /** The place that a text names, if it names one. */
    static Optional<Cursor> read(String text) {
        try {
            var parts = new String(Base64.getUrlDecoder().decode(text), UTF_8).split(" ", 2);
            return text.length() > LONGEST
                    ? Optional.empty()
                    : Optional.of(new Cursor(Instant.ofEpochMilli(Long.parseLong(parts[0])), parts[1]));
        } catch (IllegalArgumentException | IndexOutOfBoundsException | DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The text that names this place. */
    String text() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((moment.toEpochMilli() + " " + id).getBytes(UTF_8));
    }
}
