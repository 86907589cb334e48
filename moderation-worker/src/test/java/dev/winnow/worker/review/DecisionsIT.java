package dev.winnow.worker.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.MediaType.APPLICATION_JSON;
import static org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient;

/** Moderators decide, over HTTP, with the real owner behind. */
class DecisionsIT {

    private static final String FLAGGED = "加我微信 abc123 领红包";

    private final Desk desk = Desk.shared();
    private final String article = "a-" + UUID.randomUUID();

    @Test
    void anApprovalAnswersWithTheCommentAsItStandsSince() {
        var item = desk.submitted(article, FLAGGED);

        decide("lilei", item.id(), "approve", null, item.revision())
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.status")
                .isEqualTo("approved")
                .jsonPath("$.decisions[-1].by.name")
                .isEqualTo("lilei")
                .jsonPath("$.decisions[-1].refused")
                .isEmpty();

        var now = desk.await(item.id(), item.revision() + 1);
        assertThat(now.event().status().word()).isEqualTo("approved");
    }

    @Test
    void ofTwoModeratorsAtOnceOneIsAppliedAndTheOtherLearnsWhoCameFirst() {
        var item = desk.submitted(article, FLAGGED);

        var answers = Stream.of("lilei", "hanmeimei")
                .map(name ->
                        CompletableFuture.supplyAsync(() -> decide(name, item.id(), "approve", null, item.revision())
                                .returnResult(String.class)
                                .getStatus()
                                .value()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(answers).containsExactlyInAnyOrder(200, 409);
    }

    @Test
    void aStaleRevisionIsRefusedWithWhoDecidedWhatAndTheCommentAsItStands() {
        var item = desk.submitted(article, FLAGGED);
        decide("李雷", item.id(), "approve", null, item.revision()).expectStatus().isOk();

        decide("hanmeimei", item.id(), "reject", "spam", item.revision())
                .expectStatus()
                .isEqualTo(409)
                .expectHeader()
                .contentType(APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:winnow:problem:conflict")
                .jsonPath("$.refused")
                .isEqualTo("decided-first")
                .jsonPath("$.decision.by.name")
                .isEqualTo("李雷")
                .jsonPath("$.decision.action")
                .isEqualTo("approve")
                .jsonPath("$.comment.status")
                .isEqualTo("approved");
    }

    @Test
    void anEditMeanwhileCostsTheDecision() {
        var item = desk.submitted(article, FLAGGED);
        desk.edited(item, FLAGGED + "！");

        decide("lilei", item.id(), "approve", null, item.revision())
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.refused")
                .isEqualTo("text-changed")
                .jsonPath("$.comment.text")
                .isEqualTo(FLAGGED + "！");
    }

    @Test
    void aReportMeanwhileDoesNot() {
        var item = desk.submitted(article, FLAGGED);
        desk.reported(item);

        decide("lilei", item.id(), "reject", "spam", item.revision())
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.status")
                .isEqualTo("rejected")
                .jsonPath("$.reported")
                .isEqualTo(1);
    }

    @Test
    void whatReadersSeeIsRetractedAndOnlyThat() {
        var seen = desk.submitted(article, "今天天气不错");
        var flagged = desk.submitted(article, FLAGGED);

        decide("lilei", seen.id(), "retract", "off-topic", seen.revision())
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.status")
                .isEqualTo("retracted")
                .jsonPath("$.decisions[-1].reason")
                .isEqualTo("off-topic");
        decide("lilei", flagged.id(), "retract", null, flagged.revision())
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.refused")
                .isEqualTo("not-approved");
    }

    @Test
    void whatItsAuthorTookBackIsNotDecided() {
        var item = desk.submitted(article, FLAGGED);
        desk.withdrawn(item);

        decide("lilei", item.id(), "approve", null, item.revision())
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.refused")
                .isEqualTo("withdrawn");
    }

    @Test
    void aRevisionThatNeverWasAndAReasonOfNoPolicyAreInvalid() {
        var item = desk.submitted(article, FLAGGED);

        decide("lilei", item.id(), "approve", null, item.revision() + 1)
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("revision");
        decide("lilei", item.id(), "reject", "mood", item.revision())
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("reason");
    }

    @Test
    void nobodyDecidesOnWhatIsNotThere() {
        decide("lilei", UUID.randomUUID().toString(), "approve", null, 1)
                .expectStatus()
                .isNotFound();
    }

    private WebTestClient.ResponseSpec decide(
            String moderator, String id, String decision, @Nullable String reason, long revision) {
        var body = new HashMap<String, Object>(Map.of("decision", decision, "revision", revision));
        if (reason != null) {
            body.put("reason", reason);
        }
        return desk.moderator(moderator)
                .post()
                .uri("/v1/review/comments/{id}/decisions", id)
                .contentType(APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }
}
