package dev.winnow.worker.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Bounds how many sign-ins may fail for one name and from one address within a window. It remembers the latest
 * {@value #REMEMBERED} of them, so guessing with ever new names costs no memory. Safe for any thread.
 */
@Component
final class SignInThrottle {

    private static final int REMEMBERED = 10_000;

    private final int attempts;
    private final Duration window;
    private final Clock clock;
    private final Map<String, Failures> failures = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
            return size() > REMEMBERED;
        }
    };

    SignInThrottle(SignInSettings settings, Clock clock) {
        this.attempts = settings.attempts();
        this.window = settings.attemptsWindow();
        this.clock = clock;
    }

    /**
     * Takes down an attempt as failed, before its password is looked at: attempts made at the same time count too.
     *
     * @return how long to wait before the next attempt is allowed; zero when this one is
     */
    synchronized Duration begin(String name, String address) {
        var wait = max(wait(byName(name)), wait(byAddress(address)));
        if (wait.isZero()) {
            count(byName(name));
            count(byAddress(address));
        }
        return wait;
    }

    /** Forgets an attempt that turned out well. */
    synchronized void succeeded(String name, String address) {
        failures.remove(byName(name));
        failures.computeIfPresent(byAddress(address), (key, f) -> new Failures(f.since(), Math.max(0, f.count() - 1)));
    }

    private Duration wait(String key) {
        var known = failures.get(key);
        if (known == null || known.count() < attempts) {
            return Duration.ZERO;
        }
        var left = Duration.between(clock.instant(), known.since().plus(window));
        return left.isNegative() ? Duration.ZERO : left;
    }

    private void count(String key) {
        var now = clock.instant();
        failures.compute(key, (k, f) -> {
            var over = f == null || !f.since().plus(window).isAfter(now);
            return over ? new Failures(now, 1) : new Failures(f.since(), f.count() + 1);
        });
    }

    private static Duration max(Duration a, Duration b) {
        return a.compareTo(b) > 0 ? a : b;
    }

    private static String byName(String name) {
        return "name:" + name;
    }

    private static String byAddress(String address) {
        return "address:" + address;
    }

    private record Failures(Instant since, int count) {}
}
