package dev.winnow.ingest.secret;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Objects;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A key for one purpose, derived from the service's secret: what one purpose gives away tells nothing of another. */
public final class DerivedKey {

    private static final String ALGORITHM = "HmacSHA256";

    /** Set up once and never used itself: a copy is several times cheaper than a new one. */
    private final Mac keyed;

    private DerivedKey(byte[] key) {
        try {
            this.keyed = Mac.getInstance(ALGORITHM);
            keyed.init(new SecretKeySpec(key, ALGORITHM));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has " + ALGORITHM, e);
        }
    }

    /** The key for a purpose; the same secret and purpose always give the same key. */
    public static DerivedKey of(SecretSettings settings, String purpose) {
        var secret = Objects.requireNonNull(settings.secret(), "winnow.ingest.secret");
        return new DerivedKey(new DerivedKey(secret.getBytes(UTF_8)).mac(purpose.getBytes(UTF_8)));
    }

    /** The keyed hash of some parts. Each goes in with its length, so that no two lists of parts read the same. */
    public byte[] mac(byte[]... parts) {
        var mac = copy();
        for (var part : parts) {
            mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(part.length).flip());
            mac.update(part);
        }
        return mac.doFinal();
    }

    private Mac copy() {
        try {
            return (Mac) keyed.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("Java's own " + ALGORITHM + " can be copied", e);
        }
    }
}
