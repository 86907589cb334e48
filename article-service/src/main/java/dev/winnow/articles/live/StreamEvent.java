package dev.winnow.articles.live;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.winnow.articles.kafka.Positions;
import dev.winnow.articles.thread.Change;
import dev.winnow.articles.thread.CommentChange;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a stream tells: {@code comment} with a comment as it is now, {@code removal} with the id of one that went, and
 * {@code reset} when too much was missed, whereupon the thread must be read anew.
 *
 * @param name the event's name
 * @param data its data, one line
 */
record StreamEvent(String name, byte[] data) {

    static final StreamEvent RESET = new StreamEvent("reset", bytes("{}"));

    /** What a change means to somebody who has the thread before them, or null for nothing. */
    static @Nullable StreamEvent of(Change change) {
        if (change instanceof CommentChange comment) {
            if (comment.comment() != null) {
                return new StreamEvent("comment", comment.comment().json());
            }
            return comment.shown() ? removal(change) : null;
        }
        return removal(change);
    }

    private static StreamEvent removal(Change change) {
        return new StreamEvent("removal", bytes("{\"id\":\"" + change.id() + "\"}"));
    }

    /** The event on the wire, after which a reader is at these positions. */
    byte[] bytes(Positions now) {
        return write("id: " + now + "\n");
    }

    /** The event on the wire, after which a reader is where it was: more of what it missed follows. */
    byte[] bytes() {
        return write("");
    }

    private byte[] write(String id) {
        var out = new ByteArrayOutputStream(data.length + 64 + id.length());
        out.writeBytes(bytes("event: " + name + "\n" + id + "data: "));
        out.writeBytes(data);
        out.writeBytes(bytes("\n\n"));
        return out.toByteArray();
    }

    /** Tells nothing but where the reader is; browsers take the id and show no event. */
    static byte[] heartbeat(Positions now) {
        return bytes(": still here\nid: " + now + "\n\n");
    }

    /** The beginning of every stream: how long to wait before coming back. */
    static byte[] opening(Duration retry) {
        return bytes("retry: " + retry.toMillis() + "\n\n");
    }

    private static byte[] bytes(String ascii) {
        return ascii.getBytes(US_ASCII);
    }
}
