package dev.winnow.worker.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SignInThrottleTest {

    private final MovableClock clock = new MovableClock(Instant.parse("2026-03-01T12:00:00Z"));
    private final SignInThrottle throttle = new SignInThrottle(
            new SignInSettings(
                    Map.of(), null, Duration.ofHours(8), Duration.ofDays(7), null, null, 3, Duration.ofMinutes(1)),
            clock);

    @Test
    void aNameIsBoundedFromWhateverAddress() {
        for (int i = 0; i < 3; i++) {
            assertThat(throttle.begin("lilei", "10.0.0." + i)).isZero();
        }

        assertThat(throttle.begin("lilei", "10.0.0.9")).isEqualTo(Duration.ofMinutes(1));
        assertThat(throttle.begin("hanmeimei", "10.0.0.9")).isZero();
    }

    @Test
    void anAddressIsBoundedWithWhateverName() {
        for (int i = 0; i < 3; i++) {
            assertThat(throttle.begin("name" + i, "10.0.0.1")).isZero();
        }

        assertThat(throttle.begin("other", "10.0.0.1")).isPositive();
    }

    @Test
    void theWindowPasses() {
        for (int i = 0; i < 4; i++) {
            throttle.begin("lilei", "10.0.0.1");
        }

        clock.forward(Duration.ofMinutes(1));

        assertThat(throttle.begin("lilei", "10.0.0.1")).isZero();
    }

    @Test
    void successesCostNothing() {
        for (int i = 0; i < 20; i++) {
            assertThat(throttle.begin("lilei", "10.0.0.1")).isZero();
            throttle.succeeded("lilei", "10.0.0.1");
        }
    }
}
