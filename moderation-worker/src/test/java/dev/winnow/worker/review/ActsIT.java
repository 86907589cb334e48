package dev.winnow.worker.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.winnow.events.Author;
import dev.winnow.events.Decider;
import dev.winnow.events.Decision;
import dev.winnow.events.Status;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Many comments decided as one act, claims, and putting comments back. */
class ActsIT {

    private static final String FLAGGED = "加我微信 abc123 领红包";

    private final Desk desk = Desk.shared();
    private final String article = "m-" + UUID.randomUUID();

    @Test
    void allThatMatchAreDecidedEachAuditedUnderTheModeratorsName() {
        var items = new ArrayList<ReviewItem>();
        for (int i = 0; i < 5; i++) {
            items.add(desk.submitted(article, FLAGGED + i));
        }
        var other = desk.submitted(article + "x", FLAGGED);

        var act = done(post(
                "/v1/review/acts?all=true&article=" + article,
                Map.of("decision", "reject", "reason", "spam", "note", "一波")));

        assertThat(act.get("comments").asInt()).isEqualTo(5);
        assertThat(act.get("applied").asInt()).isEqualTo(5);
        for (var item : items) {
            var now = now(item);
            assertThat(now.event().status()).isEqualTo(Status.REJECTED);
            var decision = now.event().decisions().get(1);
            assertThat(decision.by()).isEqualTo(new Decider(Decider.Kind.MODERATOR, "lilei"));
            assertThat(decision.note()).isEqualTo("一波");
            assertThat(decision.id()).isEqualTo("act:" + act.get("id").stringValue() + ":" + item.id());
        }
        assertThat(now(other).event().status()).isEqualTo(Status.FLAGGED);
    }

    @Test
    void whatIsNamedIsDecidedAsItWasSeenAndWhatChangedIsLeft() {
        var kept = desk.submitted(article, FLAGGED);
        var edited = desk.submitted(article, FLAGGED + "2");
        desk.edited(edited, FLAGGED + "3");

        var act = done(post(
                "/v1/review/acts",
                Map.of(
                        "decision",
                        "approve",
                        "comments",
                        List.of(named(kept), named(edited), Map.of("id", "none", "revision", 1)))));

        assertThat(act.get("applied").asInt()).isEqualTo(1);
        assertThat(act.get("refused").asInt()).isEqualTo(1);
        assertThat(act.get("failed").asInt()).isEqualTo(1);
        assertThat(now(edited).event().status()).isEqualTo(Status.FLAGGED);
    }

    @Test
    void anActThatIsCarriedOutAgainDecidesNothingTwice() {
        var item = desk.submitted(article, FLAGGED);
        var act = done(post("/v1/review/acts", Map.of("decision", "reject", "comments", List.of(named(item)))));
        var store = desk.bean(ActStore.class);
        var once =
                Objects.requireNonNull(store.find(act.get("id").stringValue()).block());

        // As if its worker had died before it said that it was done.
        var running = new Act(
                once.id(),
                once.by(),
                once.decision(),
                once.reason(),
                once.note(),
                once.startedAt(),
                Act.State.RUNNING,
                1,
                0,
                0,
                0);
        store.progress(running).block();
        var again = done(desk.get("/v1/review/acts/" + once.id()));

        assertThat(again.get("applied").asInt()).isEqualTo(1);
        assertThat(now(item).event().decisions().stream().filter(d -> d.by().kind() == Decider.Kind.MODERATOR))
                .hasSize(1);
    }

    @Test
    void whatWasDecidedGoesBackToTheQueue() {
        var item = desk.submitted(article, FLAGGED);
        decide(item, "approve");
        var approved = now(item);
        decide(approved, "flag");

        assertThat(now(item).event().status()).isEqualTo(Status.FLAGGED);
        assertThat(now(item).event().decisions())
                .extracting(Decision::action)
                .containsExactly(Decision.Action.FLAG, Decision.Action.APPROVE, Decision.Action.FLAG);
    }

    @Test
    void aCommentIsClaimedByOneModeratorUntilLetGoOf() {
        var item = desk.submitted(article, new Author("小明", null, null, false), FLAGGED);
        var address = "/v1/review/comments/" + item.id() + "/claim";

        claim("lilei", address, 200);
        claim("lilei", address, 200);
        claim("hanmeimei", address, 409);
        assertThat(desk.get("/v1/review/claims").get("claims").get(item.id()).stringValue())
                .isEqualTo("lilei");
        claim("hanmeimei", address + "?force=true", 200);
        claim("lilei", address, 409);
        desk.moderator("hanmeimei")
                .delete()
                .uri(address)
                .exchange()
                .expectStatus()
                .isNoContent();
        claim("lilei", address, 200);
        claim("lilei", "/v1/review/comments/none/claim", 404);
    }

    @Test
    void anActThatSaysNothingOfWhichCommentsIsRefused() {
        desk.moderator("lilei")
                .post()
                .uri("/v1/review/acts")
                .bodyValue(Map.of("decision", "reject"))
                .exchange()
                .expectStatus()
                .isEqualTo(422);
        desk.moderator("lilei")
                .get()
                .uri("/v1/review/acts/none")
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    @Test
    void moreThanAHundredAreForLeads() {
        var many = IntStream.range(0, 101)
                .mapToObj(i -> Map.<String, Object>of("id", "none-" + i, "revision", 1))
                .toList();
        for (var who : List.of("lilei", Desk.LEAD)) {
            desk.moderator(who)
                    .post()
                    .uri("/v1/review/acts")
                    .bodyValue(Map.of("decision", "reject", "comments", many))
                    .exchange()
                    .expectStatus()
                    .isEqualTo(who.equals(Desk.LEAD) ? 202 : 422);
        }
    }

    @Test
    void aPolicyIsTriedOnWhatCameInAndChangesNothing() {
        desk.submitted(article, FLAGGED);

        var trial = Objects.requireNonNull(desk.moderator(Desk.LEAD)
                .post()
                .uri("/v1/policies/default/trials?signal=listed-term")
                .bodyValue(Map.of("holdAll", true, "why", "to see"))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody());

        assertThat(trial.get("looked").asInt()).isPositive();
        // Screening by words does not look at the policy.
        assertThat(trial.get("changed").asInt()).isZero();
        assertThat(trial.get("days").asInt()).isEqualTo(30);
        desk.moderator("lilei")
                .post()
                .uri("/v1/policies/default/trials")
                .bodyValue(Map.of("why", "to see"))
                .exchange()
                .expectStatus()
                .isForbidden();
    }

    private void claim(String moderator, String address, int status) {
        desk.moderator(moderator).put().uri(address).exchange().expectStatus().isEqualTo(status);
    }

    private static Map<String, Object> named(ReviewItem item) {
        return Map.of("id", item.id(), "revision", item.revision());
    }

    private JsonNode done(JsonNode act) {
        return await().atMost(Duration.ofSeconds(120))
                .until(
                        () -> desk.get("/v1/review/acts/" + act.get("id").stringValue()),
                        now -> "done".equals(now.get("state").stringValue()));
    }

    private void decide(ReviewItem item, String decision) {
        desk.moderator("lilei")
                .post()
                .uri("/v1/review/comments/{id}/decisions", item.id())
                .bodyValue(Map.of("decision", decision, "revision", item.revision()))
                .exchange()
                .expectStatus()
                .isOk();
    }

    private ReviewItem now(ReviewItem item) {
        return desk.bean(ReviewItems.class).find(item.id()).blockOptional().orElseThrow();
    }

    private JsonNode post(String address, Map<String, Object> body) {
        return Objects.requireNonNull(desk.moderator("lilei")
                .post()
                .uri(address)
                .bodyValue(body)
                .exchange()
                .expectStatus()
                .isAccepted()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody());
    }
}
