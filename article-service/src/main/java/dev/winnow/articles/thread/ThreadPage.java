package dev.winnow.articles.thread;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a thread, ready to be sent.
 *
 * @param comments its comments, in the order asked for
 * @param next where the next page starts, or null when this is the last
 * @param total how many comments the whole thread has
 * @param body the page as JSON; never changed
 * @param etag tells this body from any other, and is the same on every instance
 */
public record ThreadPage(
        List<PublicComment> comments, @Nullable String next, long total, byte[] body, String etag) {

    private static final int ETAG_BYTES = 12;

    /** Renders a page. */
    public static ThreadPage of(List<PublicComment> comments, boolean more, long total) {
        var next = more ? Cursor.behind(comments.get(comments.size() - 1)).text() : null;
        var body = render(comments, next, total);
        return new ThreadPage(List.copyOf(comments), next, total, body, etag(body));
    }

    private static byte[] render(List<PublicComment> comments, @Nullable String next, long total) {
        var out = new ByteArrayOutputStream(
                64 + comments.stream().mapToInt(c -> c.json().length + 1).sum());
        out.writeBytes("{\"comments\":[".getBytes(US_ASCII));
        for (var i = 0; i < comments.size(); i++) {
            if (i > 0) {
                out.write(',');
            }
            out.writeBytes(comments.get(i).json());
        }
        var end = "],\"next\":" + (next == null ? "null" : '"' + next + '"') + ",\"total\":" + total + '}';
        out.writeBytes(end.getBytes(US_ASCII));
        return out.toByteArray();
    }

    private static String etag(byte[] body) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(body);
            var start = java.util.Arrays.copyOf(hash, ETAG_BYTES);
            return '"' + Base64.getUrlEncoder().withoutPadding().encodeToString(start) + '"';
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
