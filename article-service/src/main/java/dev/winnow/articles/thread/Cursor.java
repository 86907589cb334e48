package dev.winnow.articles.thread;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/**
 * A place in a thread: right behind one comment, which need not be there any more.
 *
 * @param submittedAt that comment's time, in milliseconds
 * @param id that comment's id
 */
public record Cursor(Instant submittedAt, String id) {

    private static final int BYTES = Long.BYTES + 2 * Long.BYTES;
    private static final int LENGTH = 32;
    private static final String LOWEST_ID = "00000000-0000-0000-0000-000000000000";
    private static final String HIGHEST_ID = "ffffffff-ffff-ffff-ffff-ffffffffffff";

    /** The place behind a comment. */
    public static Cursor behind(PublicComment comment) {
        return new Cursor(comment.submittedAt(), comment.id());
    }

    /** The place right before a comment, for those who read in this order. */
    public static Cursor before(PublicComment comment, Order order) {
        return order == Order.OLDEST
                ? new Cursor(comment.submittedAt().minusMillis(1), HIGHEST_ID)
                : new Cursor(comment.submittedAt().plusMillis(1), LOWEST_ID);
    }

    /** Reads what {@link #text()} wrote; empty for anything else. */
    public static Optional<Cursor> parse(String text) {
        if (text.length() != LENGTH) {
            return Optional.empty();
        }
        try {
            var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
            var submittedAt = Instant.ofEpochMilli(bytes.getLong());
            return Optional.of(new Cursor(submittedAt, new UUID(bytes.getLong(), bytes.getLong()).toString()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The form that travels in addresses. */
    public String text() {
        var uuid = UUID.fromString(id);
        var bytes = ByteBuffer.allocate(BYTES)
                .putLong(submittedAt.toEpochMilli())
                .putLong(uuid.getMostSignificantBits())
                .putLong(uuid.getLeastSignificantBits());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    /** Compares with a comment's place: negative when the comment comes later. */
    int compareTo(PublicComment comment) {
        var byTime = submittedAt.compareTo(comment.submittedAt());
        return byTime != 0 ? byTime : id.compareTo(comment.id());
    }
}
