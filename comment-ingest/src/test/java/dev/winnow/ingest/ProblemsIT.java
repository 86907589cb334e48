package dev.winnow.ingest;

import static dev.winnow.ingest.Api.body;
import static dev.winnow.ingest.Api.comment;
import static dev.winnow.ingest.Api.json;
import static dev.winnow.ingest.Api.newArticle;
import static dev.winnow.ingest.Api.thread;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.nimbusds.jwt.JWTClaimsSet;
import dev.winnow.testing.Infrastructure;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What bad input gets: a problem that says what was wrong, a count, and nothing on the topic. */
class ProblemsIT {

    private static final RunningIngest INGEST =
            RunningIngest.ready(Infrastructure.kafka(), "--winnow.ingest.limits.enabled=false");
    private static final Api API = INGEST.api();
    private static final SubmittedTopic TOPIC = new SubmittedTopic(Infrastructure.kafka());

    @AfterAll
    static void stop() {
        INGEST.close();
    }

    static Stream<Arguments> badTexts() {
        return Stream.of(
                arguments("empty", ""),
                arguments("only space", " \u3000\n\t\u00a0"),
                arguments("only what nobody sees", "\u200b\u200d\ufeff"),
                arguments("too long", "长".repeat(10_001)),
                arguments("NUL", "a\0b"),
                arguments("control character", "a\u0007b"),
                arguments("C1 control character", "a\u0085b"),
                arguments("combining marks", "e" + "\u0301".repeat(10_000)),
                arguments("direction override", "abc\u202edef"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badTexts")
    void aTextThatBreaksARuleIsRefusedByName(String what, String text) {
        var article = newArticle();

        var answer = API.post(thread(article), comment("Ada", text));

        assertProblem(answer, 422, "invalid");
        assertThat(body(answer).get("errors").get(0).get("field").asString()).isEqualTo("text");
        assertThat(body(answer).get("errors").get(0).get("must").asString()).isNotBlank();
        assertThat(TOPIC.ofArticle(article)).as(what).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"author\":{\"name\":\"A\"},\"text\":\"\\ud83e\"} | text",
                "{\"author\":{\"name\":\"A\\u202eB\"},\"text\":\"x\"} | author.name",
                "{\"author\":{\"name\":\"A\\u2066B\"},\"text\":\"x\"} | author.name",
                "{\"author\":{\"name\":\"A\\nB\"},\"text\":\"x\"} | author.name",
                "{\"author\":{\"name\":\" \"},\"text\":\"x\"} | author.name",
                "{\"author\":{},\"text\":\"x\"} | author.name",
                "{\"text\":\"x\"} | author.name",
                "{\"author\":\"Ada\",\"text\":\"x\"} | author",
                "{\"author\":{\"name\":1},\"text\":\"x\"} | author.name",
                "{\"author\":{\"name\":\"A\"},\"text\":[\"x\"]} | text",
                "{\"author\":{\"name\":\"A\"},\"text\":null} | text",
                "{\"author\":{\"name\":\"A\"},\"text\":\"x\",\"text\":\"y\"} | text",
                "{\"author\":{\"name\":\"A\",\"role\":\"admin\"},\"text\":\"x\"} | author.role",
                "{\"author\":{\"name\":\"A\"},\"text\":\"x\",\"status\":\"approved\"} | status",
                "{\"author\":{\"name\":\"A\",\"email\":\"nowhere\"},\"text\":\"x\"} | author.email",
                "{\"author\":{\"name\":\"A\",\"id\":\"a b\"},\"text\":\"x\"} | author.id",
                "{\"author\":{\"name\":\"A\"},\"text\":\"x\",\"url\":\"javascript:alert(1)\"} | url",
                "{\"author\":{\"name\":\"A\"},\"text\":\"x\",\"parentId\":\"1\"} | parentId",
                "{\"author\":{\"name\":\"A\"},\"text\":\"x\",\"parentId\":\"01a20e4c-9f19-7aa8-96d4-71db1376f539\"} | parentId",
            })
    void aFieldThatBreaksARuleIsNamed(String json, String field) {
        var article = newArticle();

        var answer = API.post(thread(article), json);

        assertProblem(answer, 422, "invalid");
        assertThat(body(answer).get("errors").findValuesAsString("field")).containsExactly(field);
        assertThat(TOPIC.ofArticle(article)).isEmpty();
    }

    @Test
    void allFieldsThatBreakARuleAreNamedAtOnceButNotWithoutEnd() {
        var answer = API.post(thread(newArticle()), "{\"author\":{\"name\":\"\"},\"text\":\"\",\"url\":\"x\"}");
        var many = new StringBuilder("{\"text\":\"x\"");
        for (int i = 0; i < 1_000; i++) {
            many.append(",\"f").append(i).append("\":0");
        }

        var bounded = API.post(thread(newArticle()), many.append('}').toString());

        assertThat(body(answer).get("errors").findValuesAsString("field"))
                .containsExactly("author.name", "text", "url");
        assertThat(body(bounded).get("errors").size()).isEqualTo(20);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "nonsense",
                "{\"text\":",
                "[]",
                "\"text\"",
                "{} {}",
                "{\"text\":\"x\"} x",
                "{'text':'x'}",
                "{\"a\":[[[[[[[[[[[[1]]]]]]]]]]]]}"
            })
    void whatIsNoJsonObjectIsMalformed(String body) {
        assertProblem(API.post(thread(newArticle()), body), 400, "malformed");
    }

    @Test
    void anEmptyBodyAndOneThatIsNoUtf8AreMalformed() {
        var path = thread(newArticle());
        var notUtf8 = API.request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(new byte[] {'{', '"', 't', '"', ':', '"', (byte) 0xC3, '"', '}'}))
                .build();

        assertProblem(API.post(path, ""), 400, "malformed");
        assertProblem(API.send(notUtf8), 400, "malformed");
    }

    @Test
    void aBodyBeyondTheBoundIsTooLargeWithAndWithoutItsLengthSaid() {
        var path = thread(newArticle());
        var large = comment("Ada", "x".repeat(70_000));
        var chunked = API.request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.fromPublisher(BodyPublishers.ofString(large)))
                .build();

        assertProblem(API.post(path, large), 413, "too-large");
        assertProblem(API.send(chunked), 413, "too-large");
    }

    @Test
    void htmlAndScriptAreATextLikeAnyOther() {
        var answer = API.post(thread(newArticle()), comment("<b>Ada</b>", "<script>alert('1')</script>&amp;"));

        assertThat(answer.statusCode()).isEqualTo(202);
    }

    @Test
    void aParentInAnotherArticleIsRefused() {
        var parent = body(API.post(thread(newArticle()), comment("Ada", "x")))
                .get("id")
                .asString();

        var answer = API.post(
                thread(newArticle()), json(Map.of("author", Map.of("name", "B"), "text", "x", "parentId", parent)));

        assertProblem(answer, 422, "invalid");
    }

    @Test
    void methodsMediaTypesAndAddressesThatDoNotFitGetTheirProblem() {
        var path = thread(newArticle());
        var good = comment("Ada", "x");

        var method = API.send("PATCH", path, good, "Content-Type", "application/json");
        assertProblem(method, 405, "method-not-allowed");
        assertThat(method.headers().firstValue("Allow")).contains("POST");
        assertProblem(API.send("GET", path, ""), 405, "method-not-allowed");
        assertProblem(API.send("POST", path, good, "Content-Type", "text/plain"), 415, "unsupported-media-type");
        assertProblem(API.send("POST", path, good), 415, "unsupported-media-type");
        assertProblem(
                API.send("POST", path, good, "Content-Type", "application/json;charset=GBK"),
                415,
                "unsupported-media-type");
        assertProblem(API.post(path, good, "Accept", "text/html"), 406, "not-acceptable");
        assertProblem(API.post(path, good, "Accept", "nonsense"), 406, "not-acceptable");
        assertProblem(API.post("/v1/sites/unknown/articles/a/comments", good), 404, "not-found");
        assertProblem(API.post("/v1/nothing", good), 404, "not-found");
        assertProblem(API.get("/"), 404, "not-found");
        assertProblem(API.post("/v1/sites/default/articles/a;b=c/comments", good), 400, "malformed");
        assertProblem(API.post(thread("a b"), good), 422, "invalid");
        assertProblem(API.post(thread("."), good), 422, "invalid");
        assertProblem(API.post("/actuator/health", good), 405, "method-not-allowed");
        assertProblem(API.post(path + "/not-an-id/reports", "{\"reason\":\"spam\"}"), 404, "not-found");
        assertThat(API.post(path, good, "Accept", "application/*;q=0.5, text/html")
                        .statusCode())
                .isEqualTo(202);
    }

    @Test
    void aKeyForRetriesMustBeVisibleAscii() {
        var path = thread(newArticle());

        assertProblem(API.post(path, comment("Ada", "x"), "Idempotency-Key", "a b"), 422, "invalid");
        assertProblem(API.post(path, comment("Ada", "x"), "Idempotency-Key", "k".repeat(256)), 422, "invalid");
        assertThat(API.post(path, comment("Ada", "x"), "Idempotency-Key", "k".repeat(255))
                        .statusCode())
                .isEqualTo(202);
    }

    @Test
    void aWrongKeyIsForbiddenAndASiteWithoutAKeyTakesNone() {
        var wrong = API.post(thread(newArticle()), comment("Ada", "x"), "Authorization", "Bearer something-else");
        var keyless = API.post(
                "/v1/sites/keyless/imports", "", "Content-Type", "application/x-ndjson", "Authorization", "Bearer ");

        assertProblem(wrong, 403, "forbidden");
        assertThat(keyless.statusCode()).isIn(401, 403);
    }

    @Test
    void anAuthorTokenIsRefusedUnlessTheSiteSignedItForItselfAndItIsStillGood() {
        var secret = RunningIngest.AUTHOR_TOKEN_SECRET;
        var soon = Date.from(Instant.now().plusSeconds(60));
        var good = new JWTClaimsSet.Builder()
                .subject("u-1")
                .claim("name", "Ada")
                .audience("default")
                .expirationTime(soon);
        var bad = Stream.of(
                "nonsense",
                SignedAuthor.signed(good.build(), "another secret of 32 characters or more"),
                SignedAuthor.signed(claims(good).audience("other").build(), secret),
                SignedAuthor.signed(claims(good).subject(null).build(), secret),
                SignedAuthor.signed(claims(good).claim("name", "").build(), secret),
                SignedAuthor.signed(claims(good).claim("name", 7).build(), secret),
                SignedAuthor.signed(claims(good).claim("email", "nowhere").build(), secret),
                SignedAuthor.signed(claims(good).expirationTime(null).build(), secret),
                SignedAuthor.signed(claims(good).expirationTime(new Date(0)).build(), secret),
                SignedAuthor.signed(
                        claims(good)
                                .notBeforeTime(Date.from(Instant.now().plusSeconds(600)))
                                .build(),
                        secret),
                // {"alg":"none"}
                "eyJhbGciOiJub25lIn0.eyJzdWIiOiJ1LTEiLCJuYW1lIjoiQWRhIiwiYXVkIjoiZGVmYXVsdCJ9.");

        assertThat(bad)
                .allSatisfy(token -> assertProblem(
                        API.post(thread(newArticle()), comment("Ada", "x"), "Winnow-Author-Token", token),
                        403,
                        "forbidden"));
        assertProblem(
                API.post(
                        "/v1/sites/keyless/articles/a/comments",
                        comment("Ada", "x"),
                        "Winnow-Author-Token",
                        SignedAuthor.token("u-1", "Ada", "keyless")),
                403,
                "forbidden");
    }

    @Test
    void aReportNeedsAKnownReasonAndAShortNote() {
        var article = newArticle();
        var id = body(API.post(thread(article), comment("Ada", "x"))).get("id").asString();
        var path = thread(article) + "/" + id + "/reports";

        assertProblem(API.post(path, "{\"reason\":\"dislike\"}"), 422, "invalid");
        assertProblem(API.post(path, "{}"), 422, "invalid");
        assertProblem(API.post(path, json(Map.of("reason", "spam", "note", "x".repeat(501)))), 422, "invalid");
        assertProblem(
                API.post(thread(newArticle()) + "/" + id + "/reports", "{\"reason\":\"spam\"}"), 404, "not-found");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /v1/sites/default/articles/%zz/comments HTTP/1.1",
                "POST /a|b HTTP/1.1",
                "POST /\u6587 HTTP/1.1",
                "nonsense"
            })
    void aHeadThatCannotBeReadGetsAProblemToo(String line) throws Exception {
        try (var connection = new RawConnection(INGEST.port())) {
            connection.send(line + "\r\nHost: x\r\nContent-Length: 0\r\n\r\n");

            var answer = connection.readToEnd();

            assertThat(answer)
                    .startsWith("HTTP/1.1 400 ")
                    .contains("application/problem+json")
                    .contains("urn:winnow:problem:malformed");
        }
    }

    @Test
    void theApiIsDescribed() {
        var description = body(API.get("/v3/api-docs"));

        assertThat(description.get("openapi").asString()).startsWith("3.1");
        assertThat(description.get("paths").size()).isEqualTo(5);
        assertProblem(API.post("/v3/api-docs", "{}"), 405, "method-not-allowed");
    }

    private static JWTClaimsSet.Builder claims(JWTClaimsSet.Builder like) {
        return new JWTClaimsSet.Builder(like.build());
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String kind) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        var problem = body(answer);
        assertThat(problem.get("type").asString()).isEqualTo("urn:winnow:problem:" + kind);
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        assertThat(problem.get("title").asString()).isNotBlank();
        assertThat(problem.get("detail").asString()).isNotBlank();
        assertThat(problem.get("instance").asString()).startsWith("/");
    }
}
