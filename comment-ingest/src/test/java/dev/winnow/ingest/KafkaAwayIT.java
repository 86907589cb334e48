package dev.winnow.ingest;

import static dev.winnow.ingest.Api.body;
import static dev.winnow.ingest.Api.comment;
import static dev.winnow.ingest.Api.newArticle;
import static dev.winnow.ingest.Api.thread;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.winnow.events.CommentSubmitted;
import dev.winnow.testing.RestartableKafka;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** While Kafka is away: no promise, a quick answer, and all is well again when it is back. */
class KafkaAwayIT {

    private static final Pattern TAKEN_LINES =
            Pattern.compile("winnow_ingest_imports_lines_total\\{outcome=\"taken\"} (\\S+)");

    private static final Duration BOUND = Duration.ofSeconds(2);
    private static final Duration MORE_THAN_BOUND = BOUND.plusSeconds(3);

    private final Path folder;

    KafkaAwayIT(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void submittingAnswers503InTimeAndRecoversByItself() {
        try (var kafka = RestartableKafka.start(folder);
                var ingest = RunningIngest.ready(kafka.bootstrapServers())) {
            var api = ingest.api();
            var article = newArticle();
            var promised = new ArrayList<String>();
            promised.add(accepted(api.post(thread(article), comment("Ada", "before"))));

            kafka.stop();

            var first = timed(api, article);
            assertUnavailable(first.answer());
            assertThat(first.took()).isLessThan(MORE_THAN_BOUND);
            var next = timed(api, article);
            assertUnavailable(next.answer());
            assertThat(next.took()).as("known to be away").isLessThan(Duration.ofSeconds(1));
            await().atMost(Duration.ofSeconds(10)).until(() -> !ingest.isReady());
            assertThat(api.get("/actuator/health/liveness").statusCode()).isEqualTo(200);

            kafka.startAgain();

            await().atMost(Duration.ofSeconds(60)).until(ingest::isReady);
            await().atMost(Duration.ofSeconds(30))
                    .until(() ->
                            api.post(thread(article), comment("Ada", "probe")).statusCode() == 202);
            promised.add(accepted(api.post(thread(article), comment("Ada", "after"))));
            var topic = new SubmittedTopic(kafka.bootstrapServers());
            assertThat(promised).allSatisfy(id -> assertThat(topic.of(id)).hasSize(1));
        }
    }

    @Test
    void theServiceStartsBeforeKafka() {
        try (var kafka = RestartableKafka.start(folder)) {
            kafka.stop();
            try (var ingest = RunningIngest.start(kafka.bootstrapServers())) {
                assertThat(ingest.isReady()).isFalse();
                assertUnavailable(ingest.api().post(thread(newArticle()), comment("Ada", "too early")));

                kafka.startAgain();

                await().atMost(Duration.ofSeconds(60)).until(ingest::isReady);
                await().atMost(Duration.ofSeconds(30))
                        .until(() -> ingest.api()
                                        .post(thread(newArticle()), comment("Ada", "x"))
                                        .statusCode()
                                == 202);
            }
        }
    }

    @Test
    void anImportThatLosesKafkaSaysUpToWhereAllIsTaken() {
        try (var kafka = RestartableKafka.start(folder);
                var ingest = RunningIngest.ready(kafka.bootstrapServers())) {
            var article = newArticle();
            Iterable<byte[]> lines = () -> IntStream.rangeClosed(1, 5_000)
                    .mapToObj(i -> {
                        if (i == 3_000) {
                            // Many are taken; the last may still wait in the client, which this holds up.
                            await().until(() -> takenLines(ingest) >= 2_000);
                            kafka.stop();
                        }
                        return ImportIT.line(Integer.toString(i), "line " + i).getBytes(UTF_8);
                    })
                    .iterator();

            var answer = ImportIT.lines(ingest.api()
                    .send(ingest.api()
                            .request("/v1/sites/default/imports?article=" + article)
                            .header("Content-Type", "application/x-ndjson")
                            .header("Authorization", "Bearer " + RunningIngest.SITE_KEY)
                            .POST(BodyPublishers.ofByteArrays(lines))
                            .build()));

            var error = ImportIT.last(answer).get("error");
            assertThat(error.get("type").asString()).isEqualTo("urn:winnow:problem:unavailable");
            var through = error.get("takenThrough").asInt();
            assertThat(through).isBetween(2_000, 4_999);
            kafka.startAgain();
            await().atMost(Duration.ofSeconds(60)).until(ingest::isReady);
            var texts = new SubmittedTopic(kafka.bootstrapServers())
                    .ofArticle(article).stream()
                            .map(command ->
                                    ((CommentSubmitted) command).comment().text())
                            .collect(Collectors.toSet());
            assertThat(texts)
                    .containsAll(IntStream.rangeClosed(1, through)
                            .mapToObj(i -> "line " + i)
                            .toList());
        }
    }

    private static double takenLines(RunningIngest ingest) {
        var metrics = ingest.api().get("/actuator/prometheus").body();
        var taken = TAKEN_LINES.matcher(metrics);
        return taken.find() ? Double.parseDouble(taken.group(1)) : 0;
    }

    private static String accepted(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return body(answer).get("id").asString();
    }

    private static void assertUnavailable(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
        assertThat(body(answer).get("type").asString()).isEqualTo("urn:winnow:problem:unavailable");
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    }

    private static Timed timed(Api api, String article) {
        var from = System.nanoTime();
        var answer = api.post(thread(article), comment("Ada", "meanwhile"));
        return new Timed(answer, Duration.ofNanos(System.nanoTime() - from));
    }

    private record Timed(HttpResponse<String> answer, Duration took) {}
}
