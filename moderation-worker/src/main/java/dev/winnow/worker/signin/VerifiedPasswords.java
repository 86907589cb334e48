package dev.winnow.worker.signin;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Remembers for a few minutes which passwords were right, so that a script which sends its password with every request
 * does not cost a password check each time. It keeps keyed hashes under a key of this process, never a password. Safe
 * for any thread.
 */
final class VerifiedPasswords {

    private static final int REMEMBERED = 1_000;
    private static final Duration FOR = Duration.ofMinutes(5);
    private static final String ALGORITHM = "HmacSHA256";

    private final Clock clock;
    private final SecretKeySpec key;
    private final Map<String, Instant> until = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
            return size() > REMEMBERED;
        }
    };

    VerifiedPasswords(Clock clock) {
        this.clock = clock;
        var random = new byte[32];
        new SecureRandom().nextBytes(random);
        this.key = new SecretKeySpec(random, ALGORITHM);
    }

    /** Whether this password was right for this name not long ago. */
    boolean contains(String name, String password) {
        var print = print(name, password);
        synchronized (until) {
            var end = until.get(print);
            return end != null && end.isAfter(clock.instant());
        }
    }

    /** Remembers a password that was right. */
    void add(String name, String password) {
        var print = print(name, password);
        synchronized (until) {
            until.put(print, clock.instant().plus(FOR));
        }
    }

    private String print(String name, String password) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(name.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return HexFormat.of().formatHex(mac.doFinal(password.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }
}
