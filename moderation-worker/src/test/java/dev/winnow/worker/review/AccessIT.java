package dev.winnow.worker.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.test.web.reactive.server.WebTestClient;

/** What roles and sites mean over HTTP, on the whole worker. */
class AccessIT {

    private static final String FLAGGED = "加我微信 abc123 领红包";

    private final Desk desk = Desk.shared();
    private final String article = "a-" + UUID.randomUUID();

    @Test
    void anOperatorReadsAndIsToldWhatDecidingNeeds() {
        var item = desk.submitted(article, FLAGGED);
        var operator = desk.moderator(Desk.OPERATOR);

        operator.get()
                .uri("/v1/review/comments/{id}", item.id())
                .exchange()
                .expectStatus()
                .isOk();
        decide(operator, item)
                .expectStatus()
                .isForbidden()
                .expectHeader()
                .contentType(APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:winnow:problem:forbidden")
                .jsonPath("$.detail")
                .value(String.class, detail -> assertThat(detail).contains("the role moderator", "operator"));
    }

    @Test
    void onlyALeadChangesAPolicy() {
        var policy = Map.of("why", "trying");

        for (var name : new String[] {Desk.OPERATOR, "lilei", Desk.LEAD_ELSEWHERE}) {
            desk.moderator(name)
                    .put()
                    .uri("/v1/policies/default")
                    .bodyValue(policy)
                    .exchange()
                    .expectStatus()
                    .isForbidden();
        }
        desk.moderator(Desk.LEAD)
                .put()
                .uri("/v1/policies/default")
                .bodyValue(policy)
                .exchange()
                .expectStatus()
                .isOk();
    }

    @Test
    void whoWorksForAnotherSiteFindsNothingOfThisOne() {
        var item = desk.submitted(article, FLAGGED);
        var stranger = desk.moderator(Desk.LEAD_ELSEWHERE);

        stranger.get()
                .uri("/v1/review/comments?limit=200")
                .exchange()
                .expectBody()
                .jsonPath("$.comments.length()")
                .isEqualTo(0);
        // The counts may be a second old, from when another test's comment waited.
        await().until(() -> counts(stranger).contains("\"flagged\":0"));
        for (var address : new String[] {
            "/v1/review/comments?site=default",
            "/v1/review/comments/" + item.id(),
            "/v1/review/comments/" + item.id() + "?revision=" + item.revision(),
            "/v1/review/reasons?site=default",
            "/v1/review/stream?site=default",
            "/v1/policies/default"
        }) {
            stranger.get().uri(address).exchange().expectStatus().isForbidden();
        }
        decide(stranger, item).expectStatus().isForbidden();
        assertThat(desk.await(item.id(), item.revision()).event().status().word())
                .isEqualTo("flagged");
    }

    @Test
    void theStreamTellsOfOnesOwnSitesAlone() {
        var told = new CopyOnWriteArrayList<ServerSentEvent<Map<String, Object>>>();
        var listening = desk.moderator(Desk.LEAD_ELSEWHERE)
                .get()
                .uri("/v1/review/stream")
                .exchange()
                .returnResult(new ParameterizedTypeReference<ServerSentEvent<Map<String, Object>>>() {})
                .getResponseBody()
                .subscribe(told::add);
        try {
            await().until(() -> !told.isEmpty());
            var foreign = desk.submitted(article, FLAGGED);
            var own = desk.submittedElsewhere(article, FLAGGED);

            await().atMost(Duration.ofSeconds(30)).until(() -> ids(told).contains(own.id()));
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> told.stream().anyMatch(e -> waiting(e).equals(1)));
            decide(desk.moderator(Desk.LEAD_ELSEWHERE), own).expectStatus().isOk();

            assertThat(ids(told)).doesNotContain(foreign.id());
            assertThat(told).noneMatch(e -> waiting(e) instanceof Integer n && n > 1);
        } finally {
            listening.dispose();
        }
    }

    private static List<Object> ids(List<ServerSentEvent<Map<String, Object>>> told) {
        return told.stream()
                .filter(event -> "item".equals(event.event()))
                .map(event -> Objects.requireNonNull(event.data()).getOrDefault("id", ""))
                .toList();
    }

    private static Object waiting(ServerSentEvent<Map<String, Object>> event) {
        return Objects.requireNonNull(event.data()).getOrDefault("flagged", "");
    }

    @Test
    void thePageIsToldWhoMayWhat() {
        desk.moderator(Desk.LEAD_ELSEWHERE)
                .get()
                .uri("/v1/review/session")
                .exchange()
                .expectBody()
                .json("{\"moderator\":\"stranger\",\"role\":\"lead\",\"sites\":[\"elsewhere\"]}");
        desk.moderator("lilei")
                .get()
                .uri("/v1/review/session")
                .exchange()
                .expectBody()
                .json("{\"moderator\":\"lilei\",\"role\":\"moderator\",\"sites\":null}");
    }

    private static String counts(WebTestClient moderator) {
        return String.valueOf(moderator
                .get()
                .uri("/v1/review/counts")
                .exchange()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }

    private static WebTestClient.ResponseSpec decide(WebTestClient moderator, ReviewItem item) {
        return moderator
                .post()
                .uri("/v1/review/comments/{id}/decisions", item.id())
                .bodyValue(Map.of("decision", "approve", "revision", item.revision()))
                .exchange();
    }
}
