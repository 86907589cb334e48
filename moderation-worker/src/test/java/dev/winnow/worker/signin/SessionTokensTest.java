package dev.winnow.worker.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SessionTokensTest {

    private static final String SECRET = "0123456789abcdef0123456789abcdef";

    private static final Person LI = new Person("李雷", Role.MODERATOR, Reach.ALL);

    private final MovableClock clock = new MovableClock(Instant.parse("2026-03-01T12:00:00Z"));

    @Test
    void everyWorkerWithTheSecretTakesTheToken() {
        var token = worker(SECRET, "{bcrypt}a").begin(LI, false);

        assertThat(worker(SECRET, "{bcrypt}a").read(token)).map(Session::person).hasValue(LI);
        assertThat(worker(SECRET.replace('0', '9'), "{bcrypt}a").read(token)).isEmpty();
    }

    @Test
    void aNewPasswordEndsIt() {
        var token = worker(SECRET, "{bcrypt}a").begin(LI, false);

        assertThat(worker(SECRET, "{bcrypt}b").read(token)).isEmpty();
    }

    @Test
    void itEndsWhenItIsNotUsed() {
        var worker = worker(SECRET, "{bcrypt}a");
        var token = worker.begin(LI, false);

        clock.forward(Duration.ofHours(8).minusSeconds(1));
        assertThat(worker.read(token)).isPresent();
        clock.forward(Duration.ofSeconds(1));
        assertThat(worker.read(token)).isEmpty();
    }

    @Test
    void useKeepsItAliveUntilItsLifeIsOver() {
        var worker = worker(SECRET, "{bcrypt}a");
        var token = worker.begin(LI, false);

        for (int hours = 0; hours < 7 * 24; hours += 4) {
            clock.forward(Duration.ofHours(4));
            var session = worker.read(token);
            if (hours + 4 < 7 * 24) {
                token = worker.renewed(session.orElseThrow()).orElseThrow();
            } else {
                assertThat(session).isEmpty();
            }
        }
    }

    @Test
    void aYoungTokenIsNotRenewed() {
        var worker = worker(SECRET, "{bcrypt}a");
        var session = worker.read(worker.begin(LI, false)).orElseThrow();

        assertThat(worker.renewed(session)).isEmpty();
    }

    @Test
    void whatIsSignedOutStaysSoAlsoUnderARenewedToken() {
        var worker = worker(SECRET, "{bcrypt}a");
        var session = worker.read(worker.begin(LI, false)).orElseThrow();
        clock.forward(Duration.ofHours(2));
        var renewed = worker.renewed(session).orElseThrow();

        worker.end(session);

        assertThat(worker.read(renewed)).isEmpty();
    }

    private SessionTokens worker(String secret, String hash) {
        var settings = new SignInSettings(
                Map.of("李雷", new SignInSettings.Moderator(hash, Role.MODERATOR, null)),
                secret,
                Duration.ofHours(8),
                Duration.ofDays(7),
                null,
                null,
                10,
                Duration.ofMinutes(1));
        return new SessionTokens(settings, new Moderators(settings), new SessionKey(settings), clock);
    }
}
