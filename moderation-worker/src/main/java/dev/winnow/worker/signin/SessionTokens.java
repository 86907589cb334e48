package dev.winnow.worker.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.stereotype.Component;

/**
 * Sessions as signed tokens: whoever knows the secret can read them, so every worker takes the sessions of all others
 * and none has to keep any. The key depends on the moderator's password hash too, or on the provider that granted role
 * and sites: with a new password, without the moderator, or without the provider, their sessions end. Only what was
 * signed out on this worker is kept, bounded. Safe for any thread.
 */
@Component
final class SessionTokens {

    private static final int LONGEST_TOKEN = 3_000;
    private static final int SIGNED_OUT_KEPT = 10_000;

    /** In the place of a role that the settings say, and of sites that are all there are. */
    private static final String NONE = "-";

    private final SignInSettings settings;
    private final Moderators moderators;
    private final SessionKey key;
    private final Clock clock;
    private final Map<String, Boolean> signedOut = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > SIGNED_OUT_KEPT;
        }
    };

    SessionTokens(SignInSettings settings, Moderators moderators, SessionKey key, Clock clock) {
        this.settings = settings;
        this.moderators = moderators;
        this.key = key;
        this.clock = clock;
    }

    /**
     * The token of a session that begins now.
     *
     * @param granted whether a provider granted role and sites; else they stay what the settings say
     */
    String begin(Person person, boolean granted) {
        var now = clock.instant();
        return token(new Session(id(), person, granted, now, now));
    }

    /** The session of a token, unless it is over or was never one. */
    Optional<Session> read(String token) {
        return session(token)
                .filter(s -> !isOver(s))
                .filter(s -> MessageDigest.isEqual(token(s).getBytes(UTF_8), token.getBytes(UTF_8)));
    }

    /** A token that takes the place of one which was issued some time ago; empty while that one is still young. */
    Optional<String> renewed(Session session) {
        var now = clock.instant();
        var young = session.used().plus(settings.sessionIdle().dividedBy(8)).isAfter(now);
        return young
                ? Optional.empty()
                : Optional.of(
                        token(new Session(session.id(), session.person(), session.granted(), session.since(), now)));
    }

    /** Ends a session before its time. */
    void end(Session session) {
        synchronized (signedOut) {
            signedOut.put(session.id(), true);
        }
    }

    /** How long a session lasts at most. */
    Duration life(boolean granted) {
        var oidc = settings.oidc();
        return granted && oidc != null ? oidc.sessionLife() : settings.sessionLife();
    }

    private boolean isOver(Session session) {
        var now = clock.instant();
        synchronized (signedOut) {
            if (signedOut.containsKey(session.id())) {
                return true;
            }
        }
        return !session.used().plus(settings.sessionIdle()).isAfter(now)
                || !session.since().plus(life(session.granted())).isAfter(now);
    }

    /** What a token says, genuine or not; whoever is not, or no longer, known has no session. */
    private Optional<Session> session(String token) {
        if (token.length() > LONGEST_TOKEN) {
            return Optional.empty();
        }
        try {
            var payload = new String(Base64.getUrlDecoder().decode(token.substring(0, token.indexOf('.'))), UTF_8);
            var parts = payload.split("\n", 6);
            var granted = !parts[3].equals(NONE);
            var person = granted ? granted(parts) : moderators.person(parts[5]);
            return person.map(p -> new Session(
                    parts[0],
                    p,
                    granted,
                    Instant.ofEpochMilli(Long.parseLong(parts[1])),
                    Instant.ofEpochMilli(Long.parseLong(parts[2]))));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    private Optional<Person> granted(String[] parts) {
        var reach = parts[4].equals(NONE) ? Reach.ALL : new Reach(Set.of(parts[4].split("\t", -1)));
        return settings.oidc() == null
                ? Optional.empty()
                : Optional.of(new Person(parts[5], Role.valueOf(parts[3]), reach));
    }

    private String token(Session session) {
        var person = session.person();
        var sites = person.reach().only();
        var payload = String.join(
                        "\n",
                        session.id(),
                        Long.toString(session.since().toEpochMilli()),
                        Long.toString(session.used().toEpochMilli()),
                        session.granted() ? person.role().name() : NONE,
                        !session.granted() || sites == null ? NONE : String.join("\t", new TreeSet<>(sites)),
                        person.name())
                .getBytes(UTF_8);
        var base64 = Base64.getUrlEncoder().withoutPadding();
        return base64.encodeToString(payload) + "." + base64.encodeToString(key.sign(purpose(session), payload));
    }

    private String purpose(Session session) {
        var oidc = settings.oidc();
        return session.granted() && oidc != null
                ? "oidc " + oidc.issuer() + " " + oidc.clientId()
                : moderators.hash(session.person().name()).orElseThrow();
    }

    /** Only tells sessions apart; what cannot be guessed is the signature. */
    private static String id() {
        var random = ThreadLocalRandom.current();
        return Long.toHexString(random.nextLong()) + "-" + Long.toHexString(random.nextLong());
    }
}
