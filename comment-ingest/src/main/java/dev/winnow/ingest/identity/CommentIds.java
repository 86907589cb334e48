package dev.winnow.ingest.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.winnow.ingest.secret.DerivedKey;
import dev.winnow.ingest.secret.SecretSettings;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Makes comment ids. The last 24 bits of each are a short hash of its site and article, so that this service, which
 * stores nothing, can tell that an id belongs to another article. That is for catching mistakes: it is no secret.
 *
 * <p>Never waits: no call here draws on the system's source of randomness.
 */
@Component
public class CommentIds {

    private static final long TAG = 0xFF_FFFFL;
    private static final long VERSION_7 = 0x7000L;
    private static final long VERSION_8 = 0x8000L;
    private static final long VARIANT = 1L << 63;
    private static final Pattern FORM =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[78][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");

    private final DerivedKey retries;
    private final Clock clock;

    public CommentIds(SecretSettings secret, Clock clock) {
        // Keyed: from a published id nobody can try out which Idempotency-Key led to it.
        this.retries = DerivedKey.of(secret, "idempotency-key v1");
        this.clock = clock;
    }

    /** A new id, in the order of time (UUIDv7). */
    public String fresh(String site, String article) {
        var random = ThreadLocalRandom.current();
        var high = clock.millis() << 16 | VERSION_7 | random.nextInt(1 << 12);
        return id(high, random.nextLong(), tag(site, article));
    }

    /** The id that a retry with the same key leads to again (UUIDv8). */
    public String forRetries(String site, String article, String key) {
        return derived(retries.mac(site.getBytes(UTF_8), article.getBytes(UTF_8), key.getBytes(UTF_8)), site, article);
    }

    /**
     * The id of an imported comment (UUIDv8). It depends on no secret and no setting, so that the same import repeated
     * a year later is the same comments.
     */
    public String forImport(String site, String article, String source) {
        return derived(hash("import v1", site, article, source), site, article);
    }

    /** The id in the form in which it is kept, if it is one of a comment of this article; else null. */
    public static @Nullable String ofArticle(String id, String site, String article) {
        var canonical = id.toLowerCase(Locale.ROOT);
        if (!FORM.matcher(canonical).matches()) {
            return null;
        }
        var low = UUID.fromString(canonical).getLeastSignificantBits();
        return (low & TAG) == tag(site, article) ? canonical : null;
    }

    private static String derived(byte[] hash, String site, String article) {
        var bits = ByteBuffer.wrap(hash);
        var high = bits.getLong() & ~0xF000L | VERSION_8;
        return id(high, bits.getLong(), tag(site, article));
    }

    private static String id(long high, long random, long tag) {
        var low = random & ~(0b11L << 62) & ~TAG | VARIANT | tag;
        return new UUID(high, low).toString();
    }

    private static long tag(String site, String article) {
        return ByteBuffer.wrap(hash("article v1", site, article)).getInt() & TAG;
    }

    private static byte[] hash(String... parts) {
        try {
            var hash = MessageDigest.getInstance("SHA-256");
            for (var part : parts) {
                var bytes = part.getBytes(UTF_8);
                hash.update(
                        ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
                hash.update(bytes);
            }
            return hash.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
