package dev.winnow.ingest;

import static dev.winnow.ingest.Api.json;
import static dev.winnow.ingest.Api.newArticle;
import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.events.Comment;
import dev.winnow.events.CommentSubmitted;
import dev.winnow.events.EventJson;
import dev.winnow.testing.Infrastructure;
import java.lang.management.ManagementFactory;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A site brings its comments. */
class ImportIT {

    private static final RunningIngest INGEST = RunningIngest.ready(
            Infrastructure.kafka(),
            "--winnow.ingest.imports.progress-every=50ms",
            "--winnow.ingest.imports.refusals-named=10",
            "--winnow.ingest.requests.body-timeout=5s");
    private static final Api API = INGEST.api();
    private static final SubmittedTopic TOPIC = new SubmittedTopic(Infrastructure.kafka());

    @AfterAll
    static void stop() {
        INGEST.close();
    }

    @Test
    void linesBecomeCommentsWithTheirOwnTimes() {
        var article = newArticle();
        var lines = """
                {"id":"1","author":{"name":"临渊"},"text":"缺一不可","submittedAt":"2025-06-21T00:36:49+08:00"}

                {"id":"2","author":{"name":"Bob","id":"u-2"},"text":"yes","submittedAt":"2025-06-21T00:36:50Z","parentId":"1"}
                {"author":{"name":"C"},"text":"no id","submittedAt":"2025-06-21T00:36:51.5-03:30"}""";

        var done = last(importing(article, lines)).get("done");

        assertThat(done.get("taken").asInt()).isEqualTo(3);
        var comments = comments(article).stream().collect(Collectors.toMap(Comment::text, comment -> comment));
        var first = Objects.requireNonNull(comments.get("缺一不可"));
        assertThat(first.submittedAt()).isEqualTo(Instant.parse("2025-06-20T16:36:49Z"));
        assertThat(first.imported()).isTrue();
        assertThat(first.origin()).isNull();
        assertThat(first.author().verified()).isFalse();
        assertThat(comments.get("yes")).satisfies(answer -> {
            assertThat(answer.parentId()).isEqualTo(first.id());
            assertThat(answer.authorKey()).isEqualTo("id:u-2");
        });
        assertThat(comments.get("no id"))
                .extracting(Comment::submittedAt)
                .isEqualTo(Instant.parse("2025-06-21T04:06:51.5Z"));
    }

    @Test
    void anImportRepeatedIsTheSameComments() {
        var article = newArticle();
        var lines = line("1", "with an id") + line(null, "without one");

        importing(article, lines);
        importing(article, lines);

        assertThat(comments(article))
                .hasSize(4)
                .extracting(Comment::id)
                .satisfies(ids -> assertThat(ids.stream().distinct()).hasSize(2));
    }

    @Test
    void refusedLinesAreNamedWithTheirReasonAndDoNotStopTheRest() {
        var article = newArticle();
        var lines = line("1", "good")
                + "not json\n"
                + line("2", "")
                + line("3", "x".repeat(70_000))
                + "{\"author\":{\"name\":\"A\"},\"text\":\"x\",\"submittedAt\":\"2999-01-01T00:00:00Z\"}\n"
                + "{\"author\":{\"name\":\"A\"},\"text\":\"x\",\"submittedAt\":\"yesterday\"}\n"
                + line("4", "good too");

        var answer = importing(article, lines);

        var done = last(answer).get("done");
        assertThat(done.get("read").asInt()).isEqualTo(7);
        assertThat(done.get("taken").asInt()).isEqualTo(2);
        assertThat(done.get("refused").asInt()).isEqualTo(5);
        assertThat(done.get("refusedLines").findValuesAsString("line")).containsExactly("2", "3", "4", "5", "6");
        assertThat(done.get("refusedLines").findValuesAsString("field"))
                .containsExactly("text", "submittedAt", "submittedAt");
        assertThat(answer.stream().filter(node -> node.has("refused"))).hasSize(5);
        assertThat(comments(article)).hasSize(2);
    }

    @Test
    void manyRefusedLinesAreCountedAndTheFirstNamed() {
        var done = last(importing(newArticle(), "x\n".repeat(1_000))).get("done");

        assertThat(done.get("refused").asInt()).isEqualTo(1_000);
        assertThat(done.get("refusedLines").size()).isEqualTo(10);
        assertThat(done.get("more").asInt()).isEqualTo(990);
    }

    @Test
    void aLineNamesItsArticleWhereTheAddressDoesNot() {
        var article = newArticle();
        var named = json(Map.of(
                "article", article, "author", Map.of("name", "A"), "text", "x", "submittedAt", "2025-01-01T00:00:00Z"));

        var answer = lines(post("/v1/sites/default/imports", named + "\n" + line("1", "of no article")));

        assertThat(last(answer).get("done").get("taken").asInt()).isEqualTo(1);
        assertThat(last(answer).get("done").get("refusedLines").findValuesAsString("field"))
                .containsExactly("article");
        assertThat(comments(article)).hasSize(1);
    }

    @Test
    void anImportNeedsTheSiteSKey() {
        var answer = API.post("/v1/sites/default/imports", line("1", "x"), "Content-Type", "application/x-ndjson");

        assertThat(answer.statusCode()).isEqualTo(401);
    }

    @Test
    void aHundredThousandLinesTakeConstantMemoryAndTellTheirProgress() {
        var article = newArticle();
        var most = new AtomicLong();
        // Made one by one while they are sent, so that this test holds no more of them than the service does.
        Iterable<byte[]> lines = () -> IntStream.range(0, 100_000)
                .mapToObj(i -> {
                    if (i % 10_000 == 9_999) {
                        most.accumulateAndGet(usedAfterCollection(), Math::max);
                    }
                    return line(Integer.toString(i), "第 " + i + " 条评论,写得长一点。" + "字".repeat(80))
                            .getBytes(StandardCharsets.UTF_8);
                })
                .iterator();
        var before = usedAfterCollection();

        var answer = lines(API.send(API.request("/v1/sites/default/imports?article=" + article)
                .header("Content-Type", "application/x-ndjson")
                .header("Authorization", "Bearer " + RunningIngest.SITE_KEY)
                .timeout(Duration.ofMinutes(5))
                .POST(BodyPublishers.ofByteArrays(lines))
                .build()));

        var done = last(answer).get("done");
        assertThat(done.get("taken").asInt()).isEqualTo(100_000);
        assertThat(answer.stream().filter(node -> node.has("progress"))).isNotEmpty();
        assertThat(most.get() - before).as("bytes more than before").isLessThan(48L << 20);
    }

    @Test
    void anUploadThatStopsEndsWithAnErrorLine() throws Exception {
        try (var connection = new RawConnection(INGEST.port())) {
            connection.send("POST /v1/sites/default/imports?article=a HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
                    + RunningIngest.SITE_KEY
                    + "\r\nContent-Type: application/x-ndjson\r\nContent-Length: 100000\r\n\r\n"
                    + line("1", "the only one"));

            var answer = connection.readToEnd();

            assertThat(answer)
                    .contains("{\"error\":")
                    .contains("urn:winnow:problem:request-timeout")
                    .contains("\"takenThrough\":1");
        }
    }

    static String line(@Nullable String id, String text) {
        var line = new LinkedHashMap<String, Object>();
        if (id != null) {
            line.put("id", id);
        }
        line.put("author", Map.of("name", "Ada"));
        line.put("text", text);
        line.put("submittedAt", "2025-06-21T00:36:49+08:00");
        return json(line) + "\n";
    }

    static List<JsonNode> lines(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/x-ndjson");
        return answer.body().lines().map(EventJson.MAPPER::readTree).toList();
    }

    static JsonNode last(List<JsonNode> lines) {
        return lines.get(lines.size() - 1);
    }

    private static List<JsonNode> importing(String article, String lines) {
        return lines(post("/v1/sites/default/imports?article=" + article, lines));
    }

    private static HttpResponse<String> post(String path, String lines) {
        return API.post(
                path,
                lines,
                "Content-Type",
                "application/x-ndjson",
                "Authorization",
                "Bearer " + RunningIngest.SITE_KEY);
    }

    private static List<Comment> comments(String article) {
        var comments = new ArrayList<Comment>();
        for (var command : TOPIC.ofArticle(article)) {
            comments.add(((CommentSubmitted) command).comment());
        }
        return comments;
    }

    private static long usedAfterCollection() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
