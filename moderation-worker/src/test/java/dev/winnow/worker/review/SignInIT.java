package dev.winnow.worker.review;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.MediaType.APPLICATION_JSON;
import static org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON;
import static org.springframework.http.MediaType.TEXT_HTML;

import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.reactive.server.StatusAssertions;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.BodyInserters;

/** Who may use the desk, and what keeps others from acting in a moderator's name. */
class SignInIT {

    private final Desk desk = Desk.shared();

    @ParameterizedTest
    @CsvSource({
        "GET,/v1/review/comments",
        "GET,/v1/review/comments/x",
        "POST,/v1/review/comments/x/decisions",
        "GET,/v1/review/counts",
        "GET,/v1/review/session",
        "GET,/v1/review/reasons",
        "GET,/v1/review/stream",
        "GET,/v1/policies/default",
        "PUT,/v1/policies/default",
        "GET,/actuator/env",
        "GET,/nowhere",
    })
    void whoIsNotSignedInGetsAProblemFromEveryRoute(String method, String address) {
        desk.anybody()
                .method(HttpMethod.valueOf(method))
                .uri(address)
                .exchange()
                .expectStatus()
                .isUnauthorized()
                .expectHeader()
                .contentType(APPLICATION_PROBLEM_JSON)
                .expectHeader()
                .valueMatches(HttpHeaders.WWW_AUTHENTICATE, "Basic .*");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/review"})
    void whoOpensAPageIsLedToTheSignInPage(String address) {
        desk.anybody()
                .get()
                .uri(address)
                .accept(TEXT_HTML)
                .exchange()
                .expectStatus()
                .isSeeOther()
                .expectHeader()
                .location("/review/sign-in");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/review/sign-in",
                "/review/assets/tokens.css",
                "/actuator/health/liveness",
                "/actuator/prometheus",
                "/v3/api-docs"
            })
    void someThingsAreOpenToAll(String address) {
        desk.anybody().get().uri(address).exchange().expectStatus().isOk();
    }

    @Test
    void aBrowserIsNotAskedByAWindowOfItsOwn() {
        desk.anybody()
                .get()
                .uri("/v1/review/counts")
                .header("X-Requested-With", "fetch")
                .exchange()
                .expectStatus()
                .isUnauthorized()
                .expectHeader()
                .doesNotExist(HttpHeaders.WWW_AUTHENTICATE);
    }

    @Test
    void aWrongPasswordIsNoPassword() {
        desk.anybody()
                .get()
                .uri("/v1/review/counts")
                .headers(headers -> headers.setBasicAuth("lilei", "wrong", UTF_8))
                .exchange()
                .expectStatus()
                .isUnauthorized();
        assertThat(form("lilei", "wrong").location()).isEqualTo("/review/sign-in?notice=wrong");
    }

    @Test
    void aSessionLastsUntilItIsSignedOutAndItsCookieIsWorthNothingThen() {
        var session = form("李雷", Desk.PASSWORD);
        assertThat(session.location()).isEqualTo("/review/signed-in");
        with(session).get().uri(session.location()).exchange().expectHeader().location("/review");
        assertThat(session.cookieHeader()).contains("HttpOnly", "SameSite=Lax", "Path=/");
        with(session)
                .get()
                .uri("/v1/review/session")
                .exchange()
                .expectBody()
                .jsonPath("$.moderator")
                .isEqualTo("李雷");

        with(session)
                .post()
                .uri("/review/sign-out")
                .body(BodyInserters.fromFormData("_csrf", session.token()))
                .exchange()
                .expectStatus()
                .isSeeOther()
                .expectHeader()
                .location("/review/sign-in?notice=signed-out");

        with(session).get().uri("/v1/review/session").exchange().expectStatus().isUnauthorized();
    }

    @Test
    void aSessionThatSomebodyMadeUpIsNone() {
        var session = form("lilei", Desk.PASSWORD);
        for (var cookie : new String[] {
            "x",
            session.cookie() + "A",
            "." + session.cookie(),
            "a.b",
            session.cookie().replace('.', 'x')
        }) {
            desk.anybody()
                    .get()
                    .uri("/v1/review/session")
                    .cookie("winnow-desk", cookie)
                    .exchange()
                    .expectStatus()
                    .isUnauthorized();
        }
    }

    @Test
    void aSessionNeedsTheTokenForWhatItChangesAndAScriptDoesNot() {
        var item = desk.submitted("a-" + UUID.randomUUID(), "加我微信 abc123 领红包");
        var body = Map.of("decision", "approve", "revision", item.revision());
        var session = form("lilei", Desk.PASSWORD);
        var uri = "/v1/review/comments/" + item.id() + "/decisions";

        with(session)
                .post()
                .uri(uri)
                .contentType(APPLICATION_JSON)
                .bodyValue(body)
                .exchange()
                .expectStatus()
                .isForbidden()
                .expectHeader()
                .contentType(APPLICATION_PROBLEM_JSON);
        with(session)
                .post()
                .uri(uri)
                .header("X-XSRF-TOKEN", "made up")
                .bodyValue(body)
                .exchange()
                .expectStatus()
                .isForbidden();
        desk.moderator("lilei")
                .post()
                .uri(uri)
                .header("Sec-Fetch-Site", "cross-site")
                .bodyValue(body)
                .exchange()
                .expectStatus()
                .isForbidden();
        with(session)
                .post()
                .uri(uri)
                .header("X-XSRF-TOKEN", session.token())
                .bodyValue(body)
                .exchange()
                .expectStatus()
                .isOk();
        desk.moderator("hanmeimei")
                .post()
                .uri(uri)
                .bodyValue(body)
                .exchange()
                .expectStatus()
                .isEqualTo(HttpStatus.CONFLICT);
    }

    @Test
    void theSignInFormItselfNeedsTheToken() {
        desk.anybody()
                .post()
                .uri("/review/sign-in")
                .body(BodyInserters.fromFormData("username", "lilei").with("password", Desk.PASSWORD))
                .exchange()
                .expectStatus()
                .isSeeOther()
                .expectHeader()
                .location("/review/sign-in?notice=again")
                .expectCookie()
                .doesNotExist("winnow-desk");
    }

    @Test
    void cookiesOverTheNetAreThisHostsByHttpsOnlyAndOnOnesOwnMachinePlain() {
        for (var host : new String[] {"desk.example.com", "10.1.2.3", "localhost.example.com"}) {
            var page = desk.anybody()
                    .get()
                    .uri("/review/sign-in")
                    .header(HttpHeaders.HOST, host)
                    .exchange()
                    .expectCookie()
                    .doesNotExist("XSRF-TOKEN")
                    .returnResult(Void.class);
            var token = page.getResponseCookies().getFirst("__Host-XSRF-TOKEN");
            assertThat(String.valueOf(token))
                    .contains("Secure", "Path=/", "SameSite=Strict")
                    .doesNotContain("Domain");
            var answer = desk.anybody()
                    .post()
                    .uri("/review/sign-in")
                    .header(HttpHeaders.HOST, host)
                    .cookie("__Host-XSRF-TOKEN", Objects.requireNonNull(token).getValue())
                    .body(BodyInserters.fromFormData("_csrf", token.getValue())
                            .with("username", "lilei")
                            .with("password", Desk.PASSWORD))
                    .exchange()
                    .expectCookie()
                    .doesNotExist("winnow-desk")
                    .returnResult(Void.class);
            var session = answer.getResponseCookies().getFirst("__Host-winnow-desk");
            assertThat(String.valueOf(session))
                    .contains("Secure", "HttpOnly", "Path=/", "SameSite=Lax")
                    .doesNotContain("Domain");
            whoHasTheSession(Objects.requireNonNull(session).getValue(), host).isOk();
            whoHasTheSession(session.getValue(), "localhost").isUnauthorized();
        }
        for (var host : new String[] {"localhost:8081", "127.0.0.1", "[::1]:8081", "desk.localhost"}) {
            desk.anybody()
                    .get()
                    .uri("/review/sign-in")
                    .header(HttpHeaders.HOST, host)
                    .exchange()
                    .expectCookie()
                    .secure("XSRF-TOKEN", false);
        }
    }

    private StatusAssertions whoHasTheSession(String cookie, String host) {
        return desk.anybody()
                .get()
                .uri("/v1/review/session")
                .header(HttpHeaders.HOST, host)
                .cookie("__Host-winnow-desk", cookie)
                .exchange()
                .expectStatus();
    }

    @Test
    void aBrowserThatDidNotKeepTheSessionIsToldSo() {
        desk.anybody()
                .get()
                .uri("/review/signed-in")
                .accept(TEXT_HTML)
                .exchange()
                .expectHeader()
                .location("/review/sign-in?notice=not-kept");
    }

    @Test
    void pagesAllowNothingFromElsewhere() {
        desk.anybody()
                .get()
                .uri("/review/sign-in")
                .exchange()
                .expectHeader()
                .value(
                        "Content-Security-Policy",
                        policy -> assertThat(policy)
                                .contains("default-src 'none'", "frame-ancestors 'none'", "form-action 'self'")
                                .doesNotContain("unsafe"))
                .expectHeader()
                .valueEquals("X-Content-Type-Options", "nosniff")
                .expectHeader()
                .valueEquals("Referrer-Policy", "no-referrer")
                .expectHeader()
                .value(HttpHeaders.CACHE_CONTROL, cache -> assertThat(cache).contains("no-store"));
    }

    @Test
    void theSignInPageSpeaksTheLanguageAskedForAndEscapesWhatItIsGiven() {
        var page = desk.anybody()
                .get()
                .uri("/review/sign-in?notice=<script>")
                .header(HttpHeaders.ACCEPT_LANGUAGE, "zh-CN,zh;q=0.9")
                .exchange()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();

        assertThat(page).contains("lang=\"zh-CN\"", "审核台").doesNotContain("<script>", "{{");
    }

    @Test
    void anOddAddressIsAProblemToo() {
        desk.anybody()
                .get()
                .uri(uri -> java.net.URI.create("http://localhost:" + desk.port() + "/review/..%2f;x"))
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectHeader()
                .contentType(APPLICATION_PROBLEM_JSON);
    }

    /** Signs in as the page's form does. */
    private Session form(String name, String password) {
        var page = desk.anybody().get().uri("/review/sign-in").exchange().returnResult(String.class);
        var html = String.join(
                "", page.getResponseBody().collectList().blockOptional().orElseThrow());
        var field = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(html);
        assertThat(field.find()).isTrue();
        var token = field.group(1);
        var answer = desk.anybody()
                .post()
                .uri("/review/sign-in")
                .cookie("XSRF-TOKEN", token)
                .body(BodyInserters.fromFormData("_csrf", token)
                        .with("username", name)
                        .with("password", password))
                .exchange()
                .expectStatus()
                .isSeeOther()
                .returnResult(Void.class);
        var cookie = answer.getResponseCookies().getFirst("winnow-desk");
        return new Session(
                token,
                cookie == null ? "" : cookie.getValue(),
                String.valueOf(cookie),
                String.valueOf(answer.getResponseHeaders().getLocation()));
    }

    private WebTestClient with(Session session) {
        return desk.anybody()
                .mutate()
                .defaultCookie("winnow-desk", session.cookie())
                .defaultCookie("XSRF-TOKEN", session.token())
                .build();
    }

    private record Session(String token, String cookie, String cookieHeader, String location) {}
}
