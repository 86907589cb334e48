package dev.winnow.worker.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.MediaType.APPLICATION_JSON;
import static org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** Reading over HTTP, and every way in which a request can be wrong. */
class ReviewApiIT {

    private static final String FLAGGED = "加我微信 abc123 领红包";

    private final Desk desk = Desk.shared();
    private final String article = "a-" + UUID.randomUUID();

    @Test
    void pagesFollowEachOtherInBothOrdersWithoutAGap() {
        var ids = List.of(
                desk.submitted(article, FLAGGED).id(),
                desk.submitted(article, FLAGGED + "2").id(),
                desk.submitted(article, FLAGGED + "3").id());
        desk.submitted(article, "今天天气不错");

        assertThat(all("order=oldest&limit=2")).containsExactlyElementsOf(ids);
        assertThat(all("order=newest&limit=1")).containsExactly(ids.get(2), ids.get(1), ids.get(0));
        assertThat(all("status=flagged&status=approved&limit=200")).hasSize(4);
    }

    @Test
    void aCommentIsShownWholeWithReasonsInTheLanguageAskedFor() {
        var item = desk.reported(desk.submitted(article, FLAGGED));

        for (var language : List.of("zh-TW, en;q=0.5", "en-GB")) {
            desk.moderator("lilei")
                    .get()
                    .uri("/v1/review/comments/{id}", item.id())
                    .header(HttpHeaders.ACCEPT_LANGUAGE, language)
                    .exchange()
                    .expectStatus()
                    .isOk()
                    .expectHeader()
                    .valueEquals(HttpHeaders.CACHE_CONTROL, "no-cache, no-store, max-age=0, must-revalidate")
                    .expectBody()
                    .jsonPath("$.author.email")
                    .isEqualTo("xiaoming@example.com")
                    .jsonPath("$.parentId")
                    .hasJsonPath()
                    .jsonPath("$.signals[0].spans[0]")
                    .isEqualTo(List.of(2, 11))
                    .jsonPath("$.signals[0].why")
                    .value(
                            String.class,
                            why -> assertThat(why.matches(".*\\p{IsHan}.*")).isEqualTo(language.startsWith("zh")))
                    .jsonPath("$.reports[0].note")
                    .isEqualTo("广告")
                    .jsonPath("$.reports[0].reporter")
                    .doesNotHaveJsonPath();
        }
    }

    @Test
    void aReaderOfTheStreamMayWaitForTheRevisionItWasToldOf() {
        var item = desk.submitted(article, FLAGGED);

        desk.moderator("lilei")
                .get()
                .uri("/v1/review/comments/{id}?revision={r}", item.id(), item.revision())
                .exchange()
                .expectBody()
                .jsonPath("$.revision")
                .isEqualTo(item.revision());
    }

    @Test
    void countsSessionReasonsAndContractAreThere() {
        desk.submitted(article, FLAGGED);
        var moderator = desk.moderator("李雷");

        moderator
                .get()
                .uri("/v1/review/counts")
                .exchange()
                .expectBody()
                .jsonPath("$.flagged")
                .isNumber();
        moderator.get().uri("/v1/review/session").exchange().expectBody().json("{'moderator':'李雷'}".replace('\'', '"'));
        moderator
                .get()
                .uri("/v1/review/reasons?site=default")
                .exchange()
                .expectBody()
                .jsonPath("$.reasons[0]")
                .isEqualTo("spam");
        desk.anybody()
                .get()
                .uri("/v3/api-docs")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.openapi")
                .isEqualTo("3.1.0");
    }

    @Test
    void whatTheDeskCountsIsMeasured() {
        var metrics = desk.anybody()
                .get()
                .uri("/actuator/prometheus")
                .exchange()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();

        assertThat(metrics)
                .contains("winnow_worker_review_queue", "winnow_worker_review_desks")
                .contains("winnow_worker_review_view_delay_seconds_count");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET    | /v1/review/comments?limit=0       | application/json | 422 | invalid",
                "GET    | /v1/review/comments?limit=201     | application/json | 422 | invalid",
                "GET    | /v1/review/comments?limit=x       | application/json | 422 | invalid",
                "GET    | /v1/review/comments?status=odd    | application/json | 422 | invalid",
                "GET    | /v1/review/comments?after=odd     | application/json | 422 | invalid",
                "GET    | /v1/review/comments?order=up      | application/json | 422 | invalid",
                "GET    | /v1/review/comments?age=old       | application/json | 422 | invalid",
                "GET    | /v1/review/comments?language=fr   | application/json | 422 | invalid",
                "GET    | /v1/review/comments?q=            | application/json | 422 | invalid",
                "GET    | /v1/review/comments?author=       | application/json | 422 | invalid",
                "GET    | /v1/review/facets?age=old         | application/json | 422 | invalid",
                "GET    | /v1/review/comments?site=         | application/json | 422 | invalid",
                "GET    | /v1/review/comments/x?revision=-1 | application/json | 422 | invalid",
                "GET    | /v1/review/comments/x             | application/json | 404 | not-found",
                "GET    | /v1/review/comments               | application/xml  | 406 | not-acceptable",
                "GET    | /v1/review/stream?status=odd      | text/event-stream | 422 | invalid",
                "GET    | /v1/review/reasons                | application/json | 422 | invalid",
                "GET    | /review/assets/none.js            | */*              | 404 | not-found",
                "GET    | /nowhere                          | text/html        | 404 | not-found",
                "DELETE | /v1/review/comments               | application/json | 405 | method-not-allowed",
                "TRACE  | /v1/review/counts                 | application/json | 405 | method-not-allowed",
            })
    void everyFailureIsAProblem(String method, String address, String accept, int status, String kind) {
        desk.moderator("lilei")
                .method(org.springframework.http.HttpMethod.valueOf(method))
                .uri(address)
                .header(HttpHeaders.ACCEPT, accept)
                .exchange()
                .expectStatus()
                .isEqualTo(status)
                .expectHeader()
                .contentType(APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:winnow:problem:" + kind)
                .jsonPath("$.status")
                .isEqualTo(status)
                .jsonPath("$.detail")
                .isNotEmpty()
                .jsonPath("$.instance")
                .isEqualTo(address.replaceAll("[?].*", ""));
    }

    @Test
    void aMethodThatIsNotTakenIsToldWhichAre() {
        desk.moderator("lilei")
                .delete()
                .uri("/v1/review/counts")
                .exchange()
                .expectHeader()
                .valueEquals(HttpHeaders.ALLOW, "GET");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{                                                      | 400 | malformed",
                "``                                                     | 400 | malformed",
                "{'decision':'approve','decision':'reject','revision':1} | 400 | malformed",
                "[]                                                     | 422 | invalid",
                "{}                                                     | 422 | invalid",
                "{'decision':'approve'}                                 | 422 | invalid",
                "{'decision':'erase','revision':1}                      | 422 | invalid",
                "{'decision':'approve','revision':'1'}                  | 422 | invalid",
                "{'decision':'approve','revision':1.5}                  | 422 | invalid",
                "{'decision':'approve','revision':0}                    | 422 | invalid",
                "{'decision':'approve','revision':1e400}                | 422 | invalid",
                "{'decision':'approve','revision':1,'more':true}        | 422 | invalid",
                "{'decision':'approve','revision':1,'note':7}           | 422 | invalid",
                "{'decision':'approve','revision':1,'note':'\\ud800'}   | 422 | invalid",
                "{'decision':'approve','revision':1,'note':'\\u0000'}   | 422 | invalid",
            })
    void aDecisionThatCannotBeReadIsAProblem(@Nullable String body, int status, String kind) {
        send(body == null ? "" : body.replace('\'', '"'))
                .expectStatus()
                .isEqualTo(status)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:winnow:problem:" + kind);
    }

    @Test
    void bodiesAreBoundedInSizeAndDepth() {
        send("{\"note\":\"" + "a".repeat(20_000) + "\"}").expectStatus().isEqualTo(413);
        send("[".repeat(8_000)).expectStatus().isEqualTo(400);
        send("{\"decision\":\"approve\",\"revision\":1,\"note\":\"" + "长".repeat(1_001) + "\"}")
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[0].must")
                .isEqualTo("be 1000 characters at most");
    }

    @Test
    void anotherTypeOfBodyIsNotRead() {
        desk.moderator("lilei")
                .post()
                .uri("/v1/review/comments/x/decisions")
                .header(HttpHeaders.CONTENT_TYPE, "text/plain")
                .bodyValue("{}")
                .exchange()
                .expectStatus()
                .isEqualTo(415)
                .expectHeader()
                .contentType(APPLICATION_PROBLEM_JSON);
    }

    private WebTestClient.ResponseSpec send(String body) {
        return desk.moderator("lilei")
                .post()
                .uri("/v1/review/comments/x/decisions")
                .contentType(APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }

    private List<String> all(String query) {
        var ids = new ArrayList<String>();
        var after = "";
        do {
            var page = Objects.requireNonNull(desk.moderator("lilei")
                    .get()
                    .uri("/v1/review/comments?article=" + article + "&" + query + after)
                    .exchange()
                    .expectStatus()
                    .isOk()
                    .expectBody(JsonNode.class)
                    .returnResult()
                    .getResponseBody());
            page.get("comments").forEach(comment -> ids.add(comment.get("id").stringValue()));
            after = page.get("next").isNull()
                    ? ""
                    : "&after=" + page.get("next").stringValue();
        } while (!after.isEmpty());
        return ids;
    }
}
