package dev.winnow.worker.signin;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/**
 * Whether a browser may send our cookies over HTTPS only, and how they are called then: with {@code __Host-} in front, a
 * name that browsers take from this very host by HTTPS and from nobody else. Plain HTTP is for a browser that asks its
 * own machine, as the quickstart's does.
 */
@Component
final class SecureCookies {

    static final String PREFIX = "__Host-";

    private final SignInSettings settings;

    SecureCookies(SignInSettings settings) {
        this.settings = settings;
    }

    boolean needed(ServerWebExchange exchange) {
        if (settings.secureCookies() != null) {
            return settings.secureCookies();
        }
        var address = exchange.getRequest().getURI();
        return "https".equals(address.getScheme()) || !isThisMachine(address.getHost());
    }

    String name(ServerWebExchange exchange, String plain) {
        return needed(exchange) ? PREFIX + plain : plain;
    }

    static boolean isThisMachine(@Nullable String host) {
        var name = host == null ? "" : host.toLowerCase(Locale.ROOT);
        return name.equals("localhost")
                || name.endsWith(".localhost")
                || name.equals("[::1]")
                || name.matches("127(\\.[0-9]{1,3}){3}");
    }
}
