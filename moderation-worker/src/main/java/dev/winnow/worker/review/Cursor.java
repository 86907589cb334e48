package dev.winnow.worker.review;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/**
 * A place in the order of comments: by the millisecond in which they were submitted, then by id.
 *
 * @param submittedAt the millisecond of the last comment that was shown
 * @param id its id
 */
record Cursor(Instant submittedAt, String id) {

    private static final int LONGEST = 200;

    static Cursor of(ReviewItem item) {
        var millis = item.event().comment().submittedAt().toEpochMilli();
        return new Cursor(Instant.ofEpochMilli(millis), item.id());
    }

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
                .encodeToString((submittedAt.toEpochMilli() + " " + id).getBytes(UTF_8));
    }
}
