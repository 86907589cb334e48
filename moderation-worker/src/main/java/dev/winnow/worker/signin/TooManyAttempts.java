package dev.winnow.worker.signin;

import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/** Sign-ins failed too often, or too many are being checked: nobody looked at this password. */
final class TooManyAttempts extends AuthenticationException {

    private final Duration untilNext;

    TooManyAttempts(Duration untilNext) {
        super("too many attempts");
        this.untilNext = untilNext;
    }

    /** How long to wait before trying again. */
    Duration untilNext() {
        return untilNext;
    }
}
