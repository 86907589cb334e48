package dev.winnow.worker.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpCookie;
import org.springframework.http.ResponseCookie;
import org.springframework.security.oauth2.client.web.server.ServerAuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Remembers in the browser itself, in a signed cookie, what was asked of the provider: whichever worker the browser comes
 * back to knows it, and none keeps anything.
 */
@Component
@ConditionalOnProperty("winnow.review.oidc.issuer")
final class OidcRequests implements ServerAuthorizationRequestRepository<OAuth2AuthorizationRequest> {

    static final String NAME = "winnow-sign-in";

    private static final Duration LIFE = Duration.ofMinutes(10);
    private static final int LONGEST = 3_000;

    private final SessionKey key;
    private final SecureCookies cookies;
    private final Clock clock;

    OidcRequests(SessionKey key, SecureCookies cookies, Clock clock) {
        this.key = key;
        this.cookies = cookies;
        this.clock = clock;
    }

    @Override
    public Mono<OAuth2AuthorizationRequest> loadAuthorizationRequest(ServerWebExchange exchange) {
        return Mono.justOrEmpty(
                Optional.ofNullable(exchange.getRequest().getCookies().getFirst(cookies.name(exchange, NAME)))
                        .map(HttpCookie::getValue)
                        .flatMap(this::read));
    }

    @Override
    public Mono<Void> saveAuthorizationRequest(OAuth2AuthorizationRequest request, ServerWebExchange exchange) {
        return Mono.fromRunnable(() -> set(exchange, written(request), LIFE));
    }

    /** Each is good for one return. */
    @Override
    public Mono<OAuth2AuthorizationRequest> removeAuthorizationRequest(ServerWebExchange exchange) {
        return loadAuthorizationRequest(exchange).doOnNext(request -> set(exchange, "", Duration.ZERO));
    }

    private String written(OAuth2AuthorizationRequest request) {
        var payload = String.join(
                "\n",
                Long.toString(clock.instant().plus(LIFE).toEpochMilli()),
                request.getState(),
                request.getAttribute(OidcParameterNames.NONCE),
                request.getAttribute(PkceParameterNames.CODE_VERIFIER),
                request.getClientId(),
                request.getAuthorizationUri(),
                request.getRedirectUri());
        var base64 = Base64.getUrlEncoder().withoutPadding();
        return base64.encodeToString(payload.getBytes(UTF_8)) + "." + base64.encodeToString(signature(payload));
    }

    private Optional<OAuth2AuthorizationRequest> read(String cookie) {
        if (cookie.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            var parts = cookie.split("\\.", 2);
            var payload = new String(Base64.getUrlDecoder().decode(parts[0]), UTF_8);
            var genuine = MessageDigest.isEqual(
                    signature(payload), Base64.getUrlDecoder().decode(parts[1]));
            return genuine ? request(List.of(payload.split("\n", 7))) : Optional.empty();
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    private Optional<OAuth2AuthorizationRequest> request(List<String> parts) {
        var end = Instant.ofEpochMilli(Long.parseLong(parts.get(0)));
        if (!clock.instant().isBefore(end)) {
            return Optional.empty();
        }
        return Optional.of(OAuth2AuthorizationRequest.authorizationCode()
                .state(parts.get(1))
                .clientId(parts.get(4))
                .authorizationUri(parts.get(5))
                .redirectUri(parts.get(6))
                .scope(OidcScopes.OPENID)
                .attributes(Map.of(
                        OAuth2ParameterNames.REGISTRATION_ID,
                        OidcProvider.ID,
                        OidcParameterNames.NONCE,
                        parts.get(2),
                        PkceParameterNames.CODE_VERIFIER,
                        parts.get(3)))
                .build());
    }

    private byte[] signature(String payload) {
        return key.sign("oidc request", payload.getBytes(UTF_8));
    }

    private void set(ServerWebExchange exchange, String value, Duration life) {
        var name = cookies.name(exchange, NAME);
        exchange.getResponse()
                .addCookie(ResponseCookie.from(name, value)
                        .path("/")
                        .httpOnly(true)
                        .secure(cookies.needed(exchange))
                        // The browser comes back from the provider's site.
                        .sameSite("Lax")
                        .maxAge(life)
                        .build());
    }
}
