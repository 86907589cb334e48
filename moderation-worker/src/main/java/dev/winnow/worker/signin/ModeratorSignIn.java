package dev.winnow.worker.signin;

import dev.winnow.worker.metrics.WorkerMetrics;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.Inet6Address;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.ReactiveAuthenticationManager;
import org.springframework.security.authentication.ReactiveAuthenticationManagerResolver;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Checks names and passwords. Passwords are checked on two threads of their own with a bounded queue: they take much of
 * a core's time, and event loops and other work must not wait for them.
 */
@Component
final class ModeratorSignIn implements ReactiveAuthenticationManagerResolver<ServerWebExchange>, DisposableBean {

    private static final int CHECKS_AT_ONCE = 2;
    private static final int CHECKS_WAITING = 64;
    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_PASSWORD = 1_000;

    private final Moderators moderators;
    private final SignInThrottle throttle;
    private final VerifiedPasswords verified;
    private final MeterRegistry meters;
    private final Scheduler checks = Schedulers.newBoundedElastic(CHECKS_AT_ONCE, CHECKS_WAITING, "sign-in");

    ModeratorSignIn(Moderators moderators, SignInThrottle throttle, Clock clock, MeterRegistry meters) {
        this.moderators = moderators;
        this.throttle = throttle;
        this.meters = meters;
        this.verified = new VerifiedPasswords(clock);
    }

    @Override
    public Mono<ReactiveAuthenticationManager> resolve(ServerWebExchange exchange) {
        var address = address(exchange.getRequest().getRemoteAddress());
        return Mono.just(brought ->
                check(String.valueOf(brought.getPrincipal()), String.valueOf(brought.getCredentials()), address));
    }

    private Mono<Authentication> check(String name, String password, String address) {
        if (name.length() > LONGEST_NAME || password.length() > LONGEST_PASSWORD) {
            return Mono.error(new BadCredentialsException("no such moderator"));
        }
        if (verified.contains(name, password)) {
            return signedIn(name);
        }
        var wait = throttle.begin(name, address);
        if (!wait.isZero()) {
            count("throttled");
            return Mono.error(new TooManyAttempts(wait));
        }
        return Mono.fromCallable(() -> moderators.matches(name, password))
                .subscribeOn(checks)
                .onErrorMap(RejectedExecutionException.class, e -> new TooManyAttempts(Duration.ofSeconds(5)))
                .flatMap(right -> {
                    count(right ? "right" : "wrong");
                    if (!right) {
                        throw new BadCredentialsException("no such moderator");
                    }
                    throttle.succeeded(name, address);
                    verified.add(name, password);
                    return signedIn(name);
                });
    }

    private void count(String result) {
        meters.counter(WorkerMetrics.REVIEW_SIGN_INS, "result", result).increment();
    }

    private Mono<Authentication> signedIn(String name) {
        return Mono.justOrEmpty(moderators.person(name)).map(ModeratorSignIn::proven);
    }

    /** Somebody who proved to be this person. What the person may do is for {@link AccessRules} to say. */
    static Authentication proven(Person person) {
        return UsernamePasswordAuthenticationToken.authenticated(person, null, List.of());
    }

    /** What stands for whoever is at the other end, when failures are counted. */
    static String address(@Nullable InetSocketAddress remote) {
        if (remote == null || remote.getAddress() == null) {
            return "unknown";
        }
        var address = remote.getAddress();
        // Whoever has one address of IPv6 has all of its /64.
        return address instanceof Inet6Address
                ? HexFormat.of().formatHex(address.getAddress(), 0, 8)
                : address.getHostAddress();
    }

    @Override
    public void destroy() {
        checks.dispose();
    }
}
