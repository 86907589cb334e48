package dev.winnow.worker.signin;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpCookie;
import org.springframework.http.ResponseCookie;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.server.context.ServerSecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Keeps a browser's session in a cookie that no script can read. */
@Component
final class SessionCookie implements ServerSecurityContextRepository {

    static final String NAME = "winnow-desk";

    private final SessionTokens tokens;
    private final SecureCookies secure;

    SessionCookie(SessionTokens tokens, SecureCookies secure) {
        this.tokens = tokens;
        this.secure = secure;
    }

    /** Whether a request brings one, genuine or not. */
    static boolean isOn(ServerWebExchange exchange) {
        var cookies = exchange.getRequest().getCookies();
        return cookies.containsKey(NAME) || cookies.containsKey(SecureCookies.PREFIX + NAME);
    }

    @Override
    public Mono<SecurityContext> load(ServerWebExchange exchange) {
        return Mono.justOrEmpty(session(exchange)).map(session -> {
            tokens.renewed(session).ifPresent(token -> set(exchange, token, tokens.life(session.granted())));
            return new SecurityContextImpl(ModeratorSignIn.proven(session.person()));
        });
    }

    @Override
    public Mono<Void> save(ServerWebExchange exchange, @Nullable SecurityContext context) {
        return Mono.fromRunnable(() -> {
            var who = context == null ? null : context.getAuthentication();
            if (who != null && who.getPrincipal() instanceof Person person) {
                begin(exchange, person, false);
            } else {
                session(exchange).ifPresent(tokens::end);
                set(exchange, "", Duration.ZERO);
            }
        });
    }

    /** Begins a session in the place of one that there may be; {@code granted} as {@link SessionTokens#begin} has it. */
    void begin(ServerWebExchange exchange, Person person, boolean granted) {
        session(exchange).ifPresent(tokens::end);
        set(exchange, tokens.begin(person, granted), tokens.life(granted));
    }

    private Optional<Session> session(ServerWebExchange exchange) {
        return Optional.ofNullable(exchange.getRequest().getCookies().getFirst(secure.name(exchange, NAME)))
                .map(HttpCookie::getValue)
                .flatMap(tokens::read);
    }

    private void set(ServerWebExchange exchange, String value, Duration life) {
        var name = secure.name(exchange, NAME);
        exchange.getResponse()
                .getCookies()
                .set(
                        name,
                        ResponseCookie.from(name, value)
                                .path("/")
                                .httpOnly(true)
                                .sameSite("Lax")
                                .secure(secure.needed(exchange))
                                .maxAge(life)
                                .build());
    }
}
