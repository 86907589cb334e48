package dev.winnow.worker.review;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.http.MediaType.APPLICATION_NDJSON;
import static org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON;

import dev.winnow.events.EventJson;
import dev.winnow.events.Topics;
import dev.winnow.worker.audit.AuditTrail;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;
import tools.jackson.databind.JsonNode;

/** Who decided what, kept once and for ever. */
class AuditIT {

    private static final String FLAGGED = "加我微信 abc123 领红包";

    private final Desk desk = Desk.shared();
    private final String article = "a-" + UUID.randomUUID();

    @Test
    void aDecisionIsThereOnceWithWhatItsMakerSawHoweverOftenItsEventComes() {
        var item = desk.submitted(article, FLAGGED);
        decide("李雷", item, "reject", "spam", "同一个群发");
        var decided = desk.await(item.id(), item.revision() + 1);
        desk.reported(decided);
        desk.bean(AuditTrail.class).append(List.of(decided.event())).block(Duration.ofSeconds(20));

        var entries = ofComment(item.id());

        assertThat(entries).hasSize(1);
        var entry = entries.get(0);
        assertThat(entry.at("/by/kind").stringValue()).isEqualTo("moderator");
        assertThat(entry.at("/by/name").stringValue()).isEqualTo("李雷");
        assertThat(entry.at("/action").stringValue()).isEqualTo("reject");
        assertThat(entry.at("/reason").stringValue()).isEqualTo("spam");
        assertThat(entry.at("/note").stringValue()).isEqualTo("同一个群发");
        assertThat(entry.at("/site").stringValue()).isEqualTo("default");
        assertThat(entry.at("/article").stringValue()).isEqualTo(article);
        assertThat(entry.at("/seen").longValue()).isEqualTo(item.revision());
        assertThat(entry.at("/revision").longValue()).isEqualTo(decided.revision());
        assertThat(entry.at("/policyVersion").longValue())
                .isEqualTo(item.event().verdict().policyVersion());
        assertThat(entry.at("/signals").toString()).isEqualTo("[\"contact-detail\",\"listed-term\"]");
        assertThat(entry.at("/refused").isNull()).isTrue();
        assertThat(entry.at("/excerpt/text").stringValue()).isEqualTo(FLAGGED);
    }

    @Test
    void whoTurnsADecisionIntoItsOppositeIsNotedAsDoingSo() {
        var item = desk.submitted(article, FLAGGED);
        decide("lilei", item, "reject", null, null);
        decide("hanmeimei", desk.await(item.id(), item.revision() + 1), "approve", null, null);

        var entries = ofComment(item.id());

        assertThat(entries).hasSize(2);
        assertThat(entries.get(0).at("/overturns/name").stringValue()).isEqualTo("lilei");
        assertThat(entries.get(1).at("/overturns").isNull()).isTrue();
    }

    @Test
    void aSecondOpinionIsThereWithItsProbabilitiesAndAPersonHasNone() {
        var item = desk.submitted(article, FLAGGED);
        decide("lilei", desk.opined(item, "spam 0.97, abuse 0.02"), "reject", null, null);

        var entries = ofComment(item.id());

        assertThat(entries).hasSize(2);
        assertThat(entries.get(0).at("/scores").isNull()).isTrue();
        assertThat(entries.get(1).at("/by/kind").stringValue()).isEqualTo("opinion");
        assertThat(entries.get(1).at("/scores/spam").doubleValue()).isEqualTo(0.97);
        assertThat(entries.get(1).at("/scores/abuse").doubleValue()).isEqualTo(0.02);
    }

    @Test
    void pagesFollowEachOtherNewestFirstAndFiltersNarrowThem() {
        var from = Instant.now();
        var ids = new ArrayList<String>();
        for (int i = 0; i < 5; i++) {
            var item = desk.submitted(article, FLAGGED + i);
            decide(i == 2 ? "李雷" : "hanmeimei", item, i == 3 ? "approve" : "reject", null, null);
            ids.add(0, item.id());
        }
        await().until(() -> all("lilei", "from=" + from + "&limit=2").size() == 5);

        assertThat(all("lilei", "from=" + from + "&limit=2")).containsExactlyElementsOf(ids);
        assertThat(all("lilei", "from=" + from + "&by=李雷")).containsExactly(ids.get(2));
        assertThat(all("lilei", "from=" + from + "&action=approve")).containsExactly(ids.get(1));
        assertThat(all("lilei", "from=" + from + "&kind=moderator&site=default"))
                .hasSize(5);
        assertThat(all("lilei", "from=" + from + "&kind=opinion")).isEmpty();
        assertThat(all("lilei", "from=" + from + "&to=" + from)).isEmpty();
        assertThat(all("lilei", "comment=" + ids.get(4))).containsExactly(ids.get(4));
        assertThat(all(Desk.LEAD_ELSEWHERE, "from=" + from)).isEmpty();
    }

    @Test
    void aLeadTakesItOutLineByLineAndNobodyElse() {
        var item = desk.submitted(article, FLAGGED);
        decide("lilei", item, "reject", "spam", "一行\n两行");
        ofComment(item.id());

        for (var name : List.of(Desk.OPERATOR, "lilei")) {
            desk.moderator(name)
                    .get()
                    .uri("/v1/review/audit/export")
                    .exchange()
                    .expectStatus()
                    .isForbidden()
                    .expectHeader()
                    .contentType(APPLICATION_PROBLEM_JSON);
        }
        var lines = export(Desk.LEAD, "comment=" + item.id());
        assertThat(lines).hasSize(1);
        var entry = EventJson.MAPPER.readTree(lines.get(0));
        assertThat(entry.at("/note").stringValue()).isEqualTo("一行\n两行");
        assertThat(entry.has("excerpt")).isFalse();
        assertThat(export(Desk.LEAD_ELSEWHERE, "")).isEmpty();
    }

    @Test
    void ofAnErasedCommentTheEntryStaysAndTheNoteGoes() {
        var item = desk.submitted(article, FLAGGED);
        decide("lilei", item, "reject", "spam", "quotes what was erased");
        ofComment(item.id());

        desk.send(new ProducerRecord<byte[], byte @Nullable []>(
                Topics.MODERATED, item.id().getBytes(UTF_8), null));

        await().atMost(Duration.ofSeconds(30))
                .until(() -> ofComment(item.id()).get(0).at("/excerpt").isNull());
        var entry = ofComment(item.id()).get(0);
        assertThat(entry.at("/note").isNull()).isTrue();
        assertThat(entry.at("/reason").stringValue()).isEqualTo("spam");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=0",
                "limit=201",
                "kind=god",
                "action=delete",
                "from=yesterday",
                "to=",
                "by=",
                "after=nothing",
                "from=%2B999999999-12-31T23:59:59Z"
            })
    void aQuestionThatMakesNoSenseIsToldWhichField(String query) {
        desk.moderator("lilei")
                .get()
                .uri(builder -> URI.create("http://localhost:" + desk.port() + "/v1/review/audit?" + query))
                .exchange()
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo(query.split("=", 2)[0]);
    }

    private void decide(
            String moderator, ReviewItem item, String decision, @Nullable String reason, @Nullable String note) {
        var body = new HashMap<String, Object>(Map.of("decision", decision, "revision", item.revision()));
        body.put("reason", reason);
        body.put("note", note);
        desk.moderator(moderator)
                .post()
                .uri("/v1/review/comments/{id}/decisions", item.id())
                .bodyValue(body)
                .exchange()
                .expectStatus()
                .isOk();
    }

    /** The entries about a comment. They are there before the desk shows the outcome. */
    private List<JsonNode> ofComment(String id) {
        return entries(page("lilei", "/v1/review/comments/" + id + "/audit"));
    }

    /** The comments of all entries, page by page. */
    private List<String> all(String moderator, String query) {
        var ids = new ArrayList<String>();
        var next = "";
        do {
            var page = page(moderator, "/v1/review/audit?" + query + next);
            entries(page).forEach(entry -> ids.add(entry.at("/comment").stringValue()));
            next = page.at("/next").isNull() ? "" : "&after=" + page.at("/next").stringValue();
        } while (!next.isEmpty());
        return ids;
    }

    private static List<JsonNode> entries(JsonNode page) {
        return List.copyOf(page.at("/entries").values());
    }

    private JsonNode page(String moderator, String address) {
        return Objects.requireNonNull(desk.moderator(moderator)
                .get()
                .uri(address)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody());
    }

    private List<String> export(String moderator, String query) {
        var text = desk.moderator(moderator)
                .get()
                .uri("/v1/review/audit/export?" + query)
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentTypeCompatibleWith(APPLICATION_NDJSON)
                .expectHeader()
                .valueEquals(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"winnow-audit.ndjson\"")
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        return text == null ? List.of() : text.lines().toList();
    }
}
