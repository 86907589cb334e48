package dev.winnow.worker.signin;

import org.jspecify.annotations.Nullable;
import org.springframework.security.web.server.csrf.CookieServerCsrfTokenRepository;
import org.springframework.security.web.server.csrf.CsrfToken;
import org.springframework.security.web.server.csrf.ServerCsrfTokenRepository;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Keeps the tokens against cross-site requests in a cookie that our pages' scripts read. */
final class CrossSiteTokens implements ServerCsrfTokenRepository {

    private static final String NAME = "XSRF-TOKEN";

    private final SecureCookies cookies;
    private final ServerCsrfTokenRepository plain = named(NAME, false);
    private final ServerCsrfTokenRepository secure = named(SecureCookies.PREFIX + NAME, true);

    CrossSiteTokens(SecureCookies cookies) {
        this.cookies = cookies;
    }

    @Override
    public Mono<CsrfToken> generateToken(ServerWebExchange exchange) {
        return fit(exchange).generateToken(exchange);
    }

    @Override
    public Mono<Void> saveToken(ServerWebExchange exchange, @Nullable CsrfToken token) {
        return fit(exchange).saveToken(exchange, token);
    }

    @Override
    public Mono<CsrfToken> loadToken(ServerWebExchange exchange) {
        return fit(exchange).loadToken(exchange);
    }

    private ServerCsrfTokenRepository fit(ServerWebExchange exchange) {
        return cookies.needed(exchange) ? secure : plain;
    }

    private static ServerCsrfTokenRepository named(String name, boolean secure) {
        var tokens = CookieServerCsrfTokenRepository.withHttpOnlyFalse();
        tokens.setCookieName(name);
        tokens.setCookiePath("/");
        tokens.setCookieCustomizer(cookie -> cookie.sameSite("Strict").secure(secure));
        return tokens;
    }
}
