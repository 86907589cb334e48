package dev.winnow.worker.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Sessions as signed tokens: whoever knows the secret can read them, so every worker takes the sessions of all others
 * and none has to keep any. The key depends on the moderator's password hash too: with a new password, or without the
 * moderator, their sessions end. Only what was signed out on this worker is kept, bounded. Safe for any thread.
 */
@Component
final class SessionTokens {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int LONGEST_TOKEN = 1_000;
    private static final int SIGNED_OUT_KEPT = 10_000;

    private final SignInSettings settings;
    private final Moderators moderators;
    private final Clock clock;
    private final byte[] secret;
    private final Map<String, Boolean> signedOut = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > SIGNED_OUT_KEPT;
        }
    };

    SessionTokens(SignInSettings settings, Moderators moderators, Clock clock) {
        this.settings = settings;
        this.moderators = moderators;
        this.clock = clock;
        this.secret = settings.sessionSecret() == null
                ? randomSecret()
                : settings.sessionSecret().getBytes(UTF_8);
    }

    /** The token of a session that begins now. */
    String begin(String moderator) {
        var now = clock.instant();
        return token(new Session(id(), moderator, now, now));
    }

    /** The session of a token, unless it is over or was never one. */
    Optional<Session> read(String token) {
        return session(token)
                .filter(s -> !isOver(s))
                .filter(s -> moderators
                        .hash(s.moderator())
                        .map(hash -> token(s, hash))
                        .filter(genuine -> MessageDigest.isEqual(genuine.getBytes(UTF_8), token.getBytes(UTF_8)))
                        .isPresent());
    }

    /** A token that takes the place of one which was issued some time ago; empty while that one is still young. */
    Optional<String> renewed(Session session) {
        var now = clock.instant();
        var young = session.used().plus(settings.sessionIdle().dividedBy(8)).isAfter(now);
        return young
                ? Optional.empty()
                : Optional.of(token(new Session(session.id(), session.moderator(), session.since(), now)));
    }

    /** Ends a session before its time. */
    void end(Session session) {
        synchronized (signedOut) {
            signedOut.put(session.id(), true);
        }
    }

    private boolean isOver(Session session) {
        var now = clock.instant();
        synchronized (signedOut) {
            if (signedOut.containsKey(session.id())) {
                return true;
            }
        }
        return !session.used().plus(settings.sessionIdle()).isAfter(now)
                || !session.since().plus(settings.sessionLife()).isAfter(now);
    }

    private static Optional<Session> session(String token) {
        if (token.length() > LONGEST_TOKEN) {
            return Optional.empty();
        }
        try {
            var payload = new String(Base64.getUrlDecoder().decode(token.substring(0, token.indexOf('.'))), UTF_8);
            var parts = payload.split("\n", 4);
            return Optional.of(new Session(
                    parts[0],
                    parts[3],
                    Instant.ofEpochMilli(Long.parseLong(parts[1])),
                    Instant.ofEpochMilli(Long.parseLong(parts[2]))));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    private String token(Session session) {
        return token(session, moderators.hash(session.moderator()).orElseThrow());
    }

    private String token(Session session, String passwordHash) {
        var payload = String.join(
                        "\n",
                        session.id(),
                        Long.toString(session.since().toEpochMilli()),
                        Long.toString(session.used().toEpochMilli()),
                        session.moderator())
                .getBytes(UTF_8);
        var base64 = Base64.getUrlEncoder().withoutPadding();
        var signature = hmac(hmac(secret, passwordHash.getBytes(UTF_8)), payload);
        return base64.encodeToString(payload) + "." + base64.encodeToString(signature);
    }

    /** Only tells sessions apart; what cannot be guessed is the signature. */
    private static String id() {
        var random = ThreadLocalRandom.current();
        return Long.toHexString(random.nextLong()) + "-" + Long.toHexString(random.nextLong());
    }

    private static byte[] hmac(byte[] key, byte[] content) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac.doFinal(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }

    private static byte[] randomSecret() {
        var random = new byte[32];
        new SecureRandom().nextBytes(random);
        return random;
    }
}
