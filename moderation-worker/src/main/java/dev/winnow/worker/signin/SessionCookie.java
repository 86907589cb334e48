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

    private final SignInSettings settings;
    private final SessionTokens tokens;
    private final Moderators moderators;
    private final SecureCookies secure;

    SessionCookie(SignInSettings settings, SessionTokens tokens, Moderators moderators, SecureCookies secure) {
        this.settings = settings;
        this.tokens = tokens;
        this.moderators = moderators;
        this.secure = secure;
    }

    /** Whether a request brings one, genuine or not. */
    static boolean isOn(ServerWebExchange exchange) {
        var cookies = exchange.getRequest().getCookies();
        return cookies.containsKey(NAME) || cookies.containsKey(SecureCookies.PREFIX + NAME);
    }

    @Override
    public Mono<SecurityContext> load(ServerWebExchange exchange) {
        return Mono.justOrEmpty(session(exchange)).flatMap(session -> {
            tokens.renewed(session).ifPresent(token -> set(exchange, token, settings.sessionLife()));
            return Mono.justOrEmpty(moderators.person(session.moderator()))
                    .map(person -> new SecurityContextImpl(ModeratorSignIn.proven(person)));
        });
    }

    @Override
    public Mono<Void> save(ServerWebExchange exchange, @Nullable SecurityContext context) {
        return Mono.fromRunnable(() -> {
            session(exchange).ifPresent(tokens::end);
            var who = context == null ? null : context.getAuthentication();
            if (who == null) {
                set(exchange, "", Duration.ZERO);
            } else {
                set(exchange, tokens.begin(who.getName()), settings.sessionLife());
            }
        });
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
