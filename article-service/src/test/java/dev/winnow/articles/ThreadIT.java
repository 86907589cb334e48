package dev.winnow.articles;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.winnow.events.Status;
import dev.winnow.events.Topics;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Threads, from the topic to what readers get over HTTP. */
class ThreadIT {

    private static Service service;
    private final String article = "a-" + UUID.randomUUID();
    private final String thread = Service.thread(article);

    @BeforeAll
    static void start() {
        service = Service.start("--winnow.articles.threads.largest=40");
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void commentsAreInTheOrderOfTheirTimesWhateverOrderTheyCameIn() {
        service.publish(
                TestComments.approved(article, 3, "三"),
                TestComments.approved(article, 1, "一"),
                TestComments.approved(article, 2, "二"));

        await().untilAsserted(() -> assertThat(service.texts(article)).containsExactly("一", "二", "三"));
        assertThat(service.json(thread).path("total").asInt()).isEqualTo(3);
        assertThat(service.json(thread + "?order=newest&limit=1")
                        .path("comments")
                        .path(0)
                        .path("text")
                        .asString())
                .isEqualTo("三");
    }

    @Test
    void pagesFollowOneAnotherByCursorInMemoryAndInTheStore() {
        for (var size : List.of(30, 60)) {
            var name = article + size;
            var comments = IntStream.range(0, size)
                    .mapToObj(i -> TestComments.approved(name, i / 2, "comment " + i))
                    .toArray(TestComments[]::new);
            service.publish(comments);
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(service.json(Service.thread(name))
                                    .path("total")
                                    .asInt())
                            .isEqualTo(size));
            await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
                assertThat(pages(name, "oldest")).hasSize(size).doesNotHaveDuplicates();
                var newest = pages(name, "newest");
                java.util.Collections.reverse(newest);
                assertThat(newest).isEqualTo(pages(name, "oldest"));
            });
        }
    }

    private static List<String> pages(String name, String order) {
        var ids = new ArrayList<String>();
        var after = "";
        while (true) {
            var page = service.json(Service.thread(name) + "?limit=7&order=" + order + after);
            page.path("comments").forEach(c -> ids.add(c.path("id").asString()));
            if (page.path("next").isNull()) {
                return ids;
            }
            after = "&after=" + page.path("next").asString();
        }
    }

    @Test
    void anUnchangedPageIsNotSentAgain() {
        var comment = TestComments.approved(article, 0, "x");
        service.publish(comment);
        await().untilAsserted(() -> assertThat(service.texts(article)).containsExactly("x"));
        var first = service.get(thread);
        var tag = first.headers().firstValue("ETag").orElseThrow();

        var again = service.get(thread, "If-None-Match", tag);
        service.publish(comment.edited("y"));

        assertThat(first.headers().firstValue("Cache-Control")).contains("no-cache");
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        await().untilAsserted(() -> assertThat(
                        service.get(thread, "If-None-Match", tag).statusCode())
                .isEqualTo(200));
    }

    @Test
    void anEditIsShownAndWhatIsRetractedOrErasedGoes() {
        var edited = TestComments.approved(article, 1, "before");
        var retracted = TestComments.approved(article, 2, "retracted");
        var erased = TestComments.approved(article, 3, "erased");
        service.publish(edited, retracted, erased);
        await().untilAsserted(() -> assertThat(service.texts(article)).hasSize(3));

        service.publish(edited.edited("after"), retracted.becomes(Status.RETRACTED));
        service.erase(erased.id());

        await().untilAsserted(() -> assertThat(service.texts(article)).containsExactly("after"));
        assertThat(service.json(thread).path("comments").path(0).path("edited").asBoolean())
                .isTrue();
        await().untilAsserted(() ->
                assertThat(service.get(thread + "/" + erased.id()).statusCode()).isEqualTo(404));
    }

    @Test
    void anOlderOrRepeatedEventChangesNothing() {
        var first = TestComments.approved(article, 1, "first");
        var second = first.edited("second");
        service.publish(second, first, second, first);
        service.publish(TestComments.approved(article, 2, "marker"));

        await().untilAsserted(() -> assertThat(service.texts(article)).containsExactly("second", "marker"));
        await().untilAsserted(() -> assertThat(
                        service.json(thread + "/" + first.id()).path("text").asString())
                .isEqualTo("second"));
        assertThat(service.get("/actuator/prometheus").body()).contains("winnow_articles_backwards_total");
    }

    @Test
    void aCommentsStatusIsPublicButWhatWasWrittenIsSoOnlyWhileApproved() {
        var comment = TestComments.approved(article, 1, "secret until approved").becomes(Status.FLAGGED);
        service.publish(comment);
        await().untilAsserted(() -> assertThat(
                        service.get(thread + "/" + comment.id()).statusCode())
                .isEqualTo(200));

        var flagged = service.get(thread + "/" + comment.id()).body();
        service.publish(comment.becomes(Status.APPROVED));

        assertThat(flagged).contains("\"pending\"").doesNotContain("secret").doesNotContain("西边林上云");
        await().untilAsserted(() -> assertThat(
                        service.json(thread + "/" + comment.id()).path("status").asString())
                .isEqualTo("approved"));
        assertThat(service.json(thread + "/" + comment.id()).path("text").asString())
                .isEqualTo("secret until approved");
        assertThat(service.get(Service.thread("another") + "/" + comment.id()).statusCode())
                .isEqualTo(404);
    }

    @Test
    void countsAreThoseOfApprovedComments() {
        service.publish(
                TestComments.approved(article, 1, "x"),
                TestComments.approved(article, 2, "x"),
                TestComments.approved(article, 3, "x").becomes(Status.REJECTED));

        await().untilAsserted(() -> {
            var counts = service.json("/v1/sites/default/counts?article=" + article + "&article=nobody-wrote");
            assertThat(counts.path("counts").path(article).asInt()).isEqualTo(2);
            assertThat(counts.path("counts").path("nobody-wrote").asInt()).isZero();
        });
    }

    @Test
    void whatCannotBeReadIsSetAsideWithTheReasonAndOthersGoOn() {
        var key = UUID.randomUUID().toString();
        service.send(new ProducerRecord<>(Topics.MODERATED, key, "not an event".getBytes(UTF_8)));
        var newer = new ProducerRecord<>(Topics.MODERATED, key, "{}".getBytes(UTF_8));
        newer.headers().add("ce_type", "winnow.comment.pinned".getBytes(UTF_8));
        service.send(newer);
        service.publish(TestComments.approved(article, 1, "goes on"));

        await().untilAsserted(() -> assertThat(service.texts(article)).containsExactly("goes on"));
        var letter = deadLetter(key);
        assertThat(letter).contains("not an event").contains("ModeratedComment");
        await().untilAsserted(
                        () -> assertThat(service.get("/actuator/prometheus").body())
                                .contains("winnow_articles_newer_kinds_total{topic=\"comments.moderated\"}")
                                .contains("winnow_articles_dead_letters_total{topic=\"comments.moderated\"}"));
    }

    private static String deadLetter(String key) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", service.kafka(),
                "group.id", UUID.randomUUID().toString(),
                "auto.offset.reset", "earliest");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(Topics.deadLetters(Topics.MODERATED)));
            return await().atMost(Duration.ofSeconds(30))
                    .until(
                            () -> {
                                for (var record : consumer.poll(Duration.ofMillis(200))) {
                                    if (key.equals(record.key())) {
                                        return new String(record.value(), UTF_8)
                                                + new String(
                                                        record.headers()
                                                                .lastHeader("winnow-error")
                                                                .value(),
                                                        UTF_8);
                                    }
                                }
                                return "";
                            },
                            text -> !text.isEmpty());
        }
    }

    @Test
    void badInputIsAnsweredWithAProblemThatSaysWhatToDo() {
        assertProblem("/v1/sites/nowhere/articles/a/comments", 404, "not-found");
        assertProblem("/v1/sites/default/articles/" + "x".repeat(201) + "/comments", 422, "invalid");
        assertProblem("/v1/sites/default/articles/a%00b/comments", 422, "invalid");
        assertProblem("/v1/sites/default/articles/a%20b/comments", 422, "invalid");
        assertProblem(thread + "?order=best", 422, "invalid");
        assertProblem(thread + "?limit=0", 422, "invalid");
        assertProblem(thread + "?limit=201", 422, "invalid");
        assertProblem(thread + "?limit=many", 422, "invalid");
        assertProblem(thread + "?after=nonsense", 422, "invalid");
        assertProblem(thread + "/not-an-id", 404, "not-found");
        assertProblem("/v1/sites/default/counts", 422, "invalid");
        assertProblem("/v1/sites/default/counts?article=" + "a&article=".repeat(100) + "a", 422, "invalid");
        assertProblem("/v1/sites/default/articles/never-registered", 404, "not-found");
        assertProblem("/no/such/path", 404, "not-found");
        assertProblem("/assets/none.css", 404, "not-found");
        assertThat(service.json(thread + "?limit=0")
                        .path("errors")
                        .path(0)
                        .path("field")
                        .asString())
                .isEqualTo("limit");
    }

    @Test
    void wrongMethodsAndTypesAreProblemsToo() {
        var post = service.send(HttpRequest.newBuilder(service.address(thread))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build());
        var picky = service.get(thread, "Accept", "application/xml");

        assertThat(post.statusCode()).isEqualTo(405);
        assertThat(post.headers().firstValue("Allow").orElse("")).contains("GET");
        assertThat(post.body()).contains("urn:winnow:problem:method-not-allowed");
        assertThat(picky.statusCode()).isEqualTo(406);
        assertThat(picky.body()).contains("urn:winnow:problem:not-acceptable");
    }

    private static void assertProblem(String path, int status, String kind) {
        var answer = service.get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).as(path).contains("application/problem+json");
        assertThat(answer.body())
                .as(path)
                .contains("\"type\":\"urn:winnow:problem:" + kind + "\"")
                .contains("\"detail\":\"")
                .contains("\"instance\":\"/");
    }

    @Test
    void browsersMayReadFromTheOriginsThatTheSiteNames() {
        var allowed = service.get(thread, "Origin", "https://blog.example");
        var other = service.get(thread, "Origin", "https://evil.example");

        assertThat(allowed.headers().firstValue("Access-Control-Allow-Origin")).contains("https://blog.example");
        assertThat(other.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
    }

    @Test
    void theServiceTellsWhetherItIsReadyAndServesItsContract() {
        await().untilAsserted(() -> assertThat(
                        service.get("/actuator/health/readiness").statusCode())
                .isEqualTo(200));
        assertThat(service.get("/actuator/health").body())
                .contains("\"store\":{\"status\":\"UP\"}")
                .contains("\"live\":\"live\"");
        assertThat(service.json("/v3/api-docs").path("openapi").asString()).isEqualTo("3.1.0");
        assertThat(service.get("/actuator/prometheus").body())
                .contains("kafka_consumer_fetch_manager_records_lag_max{client_id=\"article-service-tail\"");
    }
}
