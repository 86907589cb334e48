package dev.winnow.ingest.managetoken;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.winnow.ingest.secret.DerivedKey;
import dev.winnow.ingest.secret.SecretSettings;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import org.springframework.stereotype.Component;

/**
 * Issues and checks the tokens by which an author edits or withdraws a comment. A token is its time of issue and a
 * keyed hash over version, that time, site, article and comment; so nothing is stored, and every instance with the same
 * secret knows every token.
 */
@Component
public class ManageTokens {

    /** What a token begins with: its version, and what scanners for leaked secrets look for. */
    private static final String PREFIX = "wmt1_";

    private static final int TIME_BYTES = Long.BYTES;
    private static final int TOKEN_BYTES = TIME_BYTES + 32;
    private static final int LENGTH = PREFIX.length() + (TOKEN_BYTES * 8 + 5) / 6;

    private final DerivedKey key;
    private final ManageTokenSettings settings;
    private final Clock clock;

    public ManageTokens(SecretSettings secret, ManageTokenSettings settings, Clock clock) {
        this.key = DerivedKey.of(secret, "manage-token v1");
        this.settings = settings;
        this.clock = clock;
    }

    /** A token for a comment, good from now on. */
    public ManageToken issue(String site, String article, String id) {
        var issued = clock.instant().getEpochSecond();
        var time = ByteBuffer.allocate(TIME_BYTES).putLong(issued).array();
        var token = ByteBuffer.allocate(TOKEN_BYTES).put(time).put(mac(time, site, article, id));
        return new ManageToken(
                PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(token.array()), end(issued));
    }

    /** Whether this token was issued here for this comment and is still good. Takes the same time for all wrong ones. */
    public boolean allows(String token, String site, String article, String id) {
        if (token.length() != LENGTH || !token.startsWith(PREFIX)) {
            return false;
        }
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(token.substring(PREFIX.length()));
        } catch (IllegalArgumentException e) {
            return false;
        }
        var time = Arrays.copyOf(bytes, TIME_BYTES);
        var given = Arrays.copyOfRange(bytes, TIME_BYTES, TOKEN_BYTES);
        return MessageDigest.isEqual(given, mac(time, site, article, id))
                && clock.instant().isBefore(end(ByteBuffer.wrap(time).getLong()));
    }

    private Instant end(long issued) {
        return Instant.ofEpochSecond(issued).plusSeconds(settings.validFor().toSeconds());
    }

    private byte[] mac(byte[] time, String site, String article, String id) {
        return key.mac(time, site.getBytes(UTF_8), article.getBytes(UTF_8), id.getBytes(UTF_8));
    }
}
