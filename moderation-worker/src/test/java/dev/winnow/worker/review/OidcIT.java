package dev.winnow.worker.review;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient.BodyContentSpec;

/** Signing in by a provider that is really there: discovery, redirect, code, token and keys. */
class OidcIT {

    private final Desk desk = Desk.shared();
    private final StubProvider provider = StubProvider.shared();
    private final HttpClient browser = HttpClient.newHttpClient();

    @BeforeEach
    void nothingUnusual() {
        provider.says(claims -> {});
    }

    @Test
    void aPersonComesInWithTheRoleThatTheProviderGives() {
        var back = returning();

        assertThat(back.location).isEqualTo("/review/signed-in");
        session(back).json("{\"moderator\":\"wang.fang\",\"role\":\"moderator\",\"sites\":null}");
        desk.anybody()
                .put()
                .uri("/v1/policies/default")
                .cookie("winnow-desk", String.valueOf(back.session))
                .exchange()
                .expectStatus()
                .isForbidden();
    }

    @Test
    void theHighestRoleCountsAndSitesAreThoseMapped() {
        provider.says(claims -> claims.claim("realm", Map.of("groups", List.of("mods", "leads")))
                .claim("teams", List.of("daily", "unknown")));

        session(returning()).json("{\"moderator\":\"wang.fang\",\"role\":\"lead\",\"sites\":[\"blog\",\"news\"]}");
    }

    @Test
    void whoHasNoRoleNoSiteNoNameOrAModeratorsNameStaysOut() {
        for (Consumer<JWTClaimsSet.Builder> odd : List.<Consumer<JWTClaimsSet.Builder>>of(
                claims -> claims.claim("realm", Map.of("groups", List.of("visitors"))),
                claims -> claims.claim("realm", null),
                claims -> claims.claim("teams", "unknown"),
                claims -> claims.claim("preferred_username", null),
                claims -> claims.claim("preferred_username", "a\nb"),
                claims -> claims.claim("preferred_username", "lilei"))) {
            provider.says(odd);
            refused(returning(), "no-role");
        }
    }

    @Test
    void aTokenThatIsExpiredForOthersOrOfAnotherRequestIsRefused() {
        for (Consumer<JWTClaimsSet.Builder> odd : List.<Consumer<JWTClaimsSet.Builder>>of(
                claims -> claims.claim("nonce", "made up"),
                claims -> claims.claim("nonce", null),
                claims -> claims.audience("another client"),
                claims -> claims.issuer("http://localhost:1"),
                claims -> claims.issueTime(Date.from(Instant.now().minusSeconds(900)))
                        .expirationTime(Date.from(Instant.now().minusSeconds(600))))) {
            provider.says(odd);
            refused(returning(), "provider");
        }
        provider.signsWithAStrangersKey();
        refused(returning(), "provider");
    }

    @Test
    void anotherStateOrAnotherBrowserIsRefused() {
        var going = going();
        var back = provided(going);

        refused(back(back.replaceAll("state=[^&]*", "state=x"), going.asked), "provider");
        refused(back(back, null), "provider");
        refused(back(back, going.asked + "x"), "provider");
        refused(back(back, going().asked), "provider");
        assertThat(back(back, going.asked).location).isEqualTo("/review/signed-in");
        // The provider takes a code once.
        refused(back(back, going.asked), "provider");
    }

    @Test
    void whatTheProviderRefusesIsToldAndNothingElseIs() {
        var going = going();

        refused(back("/review/sign-in/oidc/callback?error=access_denied&state=x%0Ay", going.asked), "provider");
        refused(back("/review/sign-in/oidc/callback", going.asked), "provider");
    }

    @Test
    void theSignInPageOffersIt() {
        var page = desk.anybody()
                .get()
                .uri("/review/sign-in?notice=no-role")
                .header("Accept-Language", "zh-CN")
                .exchange()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();

        assertThat(page).contains("使用 示例公司 登录", "href=\"/review/sign-in/oidc\"", "data-there=\"yes\"", "还没有审核台的角色");
    }

    /** All the way there and back. */
    private Back returning() {
        var going = going();
        return back(provided(going), going.asked);
    }

    private Going going() {
        var answer = desk.anybody()
                .get()
                .uri("/review/sign-in/oidc")
                .exchange()
                .expectStatus()
                .isSeeOther()
                .expectCookie()
                .httpOnly("winnow-sign-in", true)
                .expectCookie()
                .sameSite("winnow-sign-in", "Lax")
                .returnResult(Void.class);
        var cookie = Objects.requireNonNull(answer.getResponseCookies().getFirst("winnow-sign-in"));
        return new Going(String.valueOf(answer.getResponseHeaders().getLocation()), cookie.getValue());
    }

    private String provided(Going going) {
        try {
            var answer = browser.send(
                    HttpRequest.newBuilder(URI.create(going.address)).build(), BodyHandlers.discarding());
            return answer.headers().firstValue("Location").orElseThrow();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Back back(String address, @Nullable String asked) {
        var request = desk.anybody().get().uri(builder -> URI.create(whole(address)));
        var answer = (asked == null ? request : request.cookie("winnow-sign-in", asked))
                .exchange()
                .expectStatus()
                .isSeeOther()
                .returnResult(Void.class);
        var session = answer.getResponseCookies().getFirst("winnow-desk");
        return new Back(
                String.valueOf(answer.getResponseHeaders().getLocation()), session == null ? null : session.getValue());
    }

    private String whole(String address) {
        return address.startsWith("/") ? "http://localhost:" + desk.port() + address : address;
    }

    private static void refused(Back back, String notice) {
        assertThat(back.location).isEqualTo("/review/sign-in?notice=" + notice);
        assertThat(back.session).isNull();
    }

    private BodyContentSpec session(Back back) {
        return desk.anybody()
                .get()
                .uri("/v1/review/session")
                .cookie("winnow-desk", String.valueOf(back.session))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody();
    }

    private record Going(String address, String asked) {}

    private record Back(String location, @Nullable String session) {}
}
