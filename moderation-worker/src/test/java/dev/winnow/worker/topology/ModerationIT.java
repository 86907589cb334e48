package dev.winnow.worker.topology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.winnow.events.Author;
import dev.winnow.events.CloudEventHeaders;
import dev.winnow.events.Comment;
import dev.winnow.events.CommentSubmitted;
import dev.winnow.events.Decider;
import dev.winnow.events.EventJson;
import dev.winnow.events.ModeratedComment;
import dev.winnow.events.Received;
import dev.winnow.events.Status;
import dev.winnow.events.Topics;
import dev.winnow.events.TraceParent;
import dev.winnow.testing.Infrastructure;
import dev.winnow.worker.ModerationWorker;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.test.web.reactive.server.WebTestClient;

/** The service as it is started, with a real broker: comments, policies, and what cannot be processed. */
class ModerationIT {

    private static final String SITE = "it-" + UUID.randomUUID();
    private static final Map<String, Status> FIRST_SEEN = new ConcurrentHashMap<>();
    private static final Map<String, ModeratedComment> SEEN = new ConcurrentHashMap<>();
    private static final Map<String, ConsumerRecord<String, byte[]>> DEAD = new ConcurrentHashMap<>();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path directory;

    @SuppressWarnings("NullAway.Init")
    private static ConfigurableApplicationContext application;

    @SuppressWarnings("NullAway.Init")
    private static KafkaProducer<String, byte[]> producer;

    @SuppressWarnings("NullAway.Init")
    private static KafkaConsumer<String, byte[]> consumer;

    @BeforeAll
    static void start() {
        application = ModerationWorker.application()
                .run(
                        "--server.port=0",
                        "--spring.kafka.bootstrap-servers=" + Infrastructure.kafka(),
                        "--spring.mongodb.uri=" + Infrastructure.mongo(SITE),
                        "--winnow.worker.streams.application-id=" + SITE,
                        "--winnow.worker.streams.directory=" + directory,
                        "--winnow.second-opinion.from=0",
                        "--winnow.sites." + SITE + ".language=zh-CN",
                        "--winnow.review.moderators.mo.role=lead",
                        "--winnow.review.moderators.mo.password={bcrypt}" + new BCryptPasswordEncoder(4).encode("pw"));
        var address = Map.<String, Object>of("bootstrap.servers", Infrastructure.kafka());
        producer = new KafkaProducer<>(address, new StringSerializer(), new ByteArraySerializer());
        await().atMost(Duration.ofSeconds(60)).until(() -> health("readiness").equals("UP"));
        consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        Infrastructure.kafka(),
                        "group.id",
                        SITE + "-test",
                        "auto.offset.reset",
                        "earliest"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        consumer.subscribe(List.of(Topics.MODERATED, Topics.deadLetters(Topics.SUBMITTED)));
    }

    @AfterAll
    static void stop() {
        consumer.close();
        producer.close();
        application.close();
    }

    @Test
    void aSubmittedCommentIsModerated() {
        var comment = submit("写得真好");

        var moderated = moderated(comment.id());

        assertThat(moderated.status()).isEqualTo(Status.APPROVED);
        assertThat(moderated.comment()).isEqualTo(comment);
    }

    @Test
    void whatIsInDoubtIsShownAfterASecondOpinion() {
        var id = submit("这篇文章我读了两遍，写得真好").id();

        var moderated = moderated(id);

        assertThat(FIRST_SEEN.get(id)).isEqualTo(Status.PENDING);
        assertThat(moderated.status()).isEqualTo(Status.APPROVED);
        assertThat(moderated.decisions()).singleElement().satisfies(decision -> {
            assertThat(decision.by().kind()).isEqualTo(Decider.Kind.OPINION);
            assertThat(decision.applied()).isTrue();
        });
        assertThat(get("/actuator/prometheus")).contains("winnow_worker_opinions_total");
    }

    @Test
    void aPolicyTakesEffectWithoutARestart() {
        var http = http();
        var first = http.get()
                .uri("/v1/policies/{site}", SITE)
                .exchange()
                .expectStatus()
                .isOk();
        first.expectHeader().valueEquals("ETag", "\"0\"");

        http.put()
                .uri("/v1/policies/{site}", SITE)
                .header("If-Match", "\"0\"")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"holdAll\": true, \"why\": \"我们先看看\"}")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("ETag", "\"1\"")
                .expectBody()
                .jsonPath("$.changedBy")
                .isEqualTo("mo");

        var moderated = moderated(submit("写得真好").id());
        assertThat(moderated.status()).isEqualTo(Status.FLAGGED);
        assertThat(moderated.verdict().policyVersion()).isEqualTo(1);
        http.put()
                .uri("/v1/policies/{site}", SITE)
                .header("If-Match", "\"0\"")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"why\": \"too late\"}")
                .exchange()
                .expectStatus()
                .isEqualTo(412);
        http.put()
                .uri("/v1/policies/{site}", SITE)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"why\": \"back to the built-in policy\"}")
                .exchange()
                .expectStatus()
                .isOk();
    }

    @Test
    void aPolicyThatTheReaderHasIsNotSentAgain() {
        var tag = http().get()
                .uri("/v1/policies/{site}", SITE)
                .exchange()
                .expectBody()
                .returnResult()
                .getResponseHeaders()
                .getETag();

        http().get()
                .uri("/v1/policies/{site}", SITE)
                .header("If-None-Match", Objects.requireNonNull(tag))
                .exchange()
                .expectStatus()
                .isNotModified()
                .expectBody()
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT"})
    void aSiteThatIsNotThereHasNoPolicy(String method) {
        http().method(HttpMethod.valueOf(method))
                .uri("/v1/policies/{site}", "nowhere")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"why\": \"a try\"}")
                .exchange()
                .expectStatus()
                .isNotFound()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:winnow:problem:not-found");
    }

    @Test
    void whatIsNoCommandGoesToTheDeadLettersAndThePartitionMovesOn() {
        var poison = UUID.randomUUID().toString();
        var message = new ProducerRecord<>(Topics.SUBMITTED, poison, "{".getBytes(UTF_8));
        message.headers().add(CloudEventHeaders.TYPE, CommentSubmitted.TYPE.getBytes(UTF_8));
        producer.send(message);

        await().atMost(Duration.ofSeconds(30)).until(() -> {
            poll();
            return DEAD.containsKey(poison);
        });

        var dead = Objects.requireNonNull(DEAD.get(poison));
        assertThat(CloudEventHeaders.get(dead.headers(), DeadLetters.REASON)).isEqualTo("unreadable");
        // The same key, so the same partition.
        assertThat(moderated(submit(poison, "写得真好").id()).status()).isEqualTo(Status.APPROVED);
    }

    @Test
    void metricsSayHowFarBehindTheWorkerIs() {
        moderated(submit("写得真好").id());

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(get("/actuator/prometheus"))
                        .contains("winnow_worker_commands_total{effect=\"new\",kind=\"submitted\"}")
                        .contains("winnow_worker_streams_ready 1.0")
                        .containsPattern("kafka_consumer_fetch_manager_records_lag\\{.*topic=\"comments.submitted\"")
                        .doesNotContain("comments_submitted")
                        .hasSizeLessThan(300_000));
    }

    private static Comment submit(String text) {
        return submit(UUID.randomUUID().toString(), text);
    }

    private static Comment submit(String id, String text) {
        var author = new Author("小明", null, null, false);
        var now = Instant.parse("2026-03-01T12:00:00Z");
        var comment = new Comment(id, SITE, "a1", null, author, text, null, now, null, "o-" + SITE, false);
        var event = new CommentSubmitted(comment, now);
        var message = new ProducerRecord<>(Topics.SUBMITTED, id, EventJson.write(event));
        CloudEventHeaders.write(message.headers(), event, id, "/test", TraceParent.continuedFrom(null));
        producer.send(message);
        return comment;
    }

    private static ModeratedComment moderated(String id) {
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            poll();
            var seen = SEEN.get(id);
            return seen != null && seen.status() != Status.PENDING;
        });
        return Objects.requireNonNull(SEEN.get(id));
    }

    private static void poll() {
        for (var found : consumer.poll(Duration.ofMillis(50))) {
            if (!found.topic().equals(Topics.MODERATED)) {
                DEAD.put(found.key(), found);
            } else if (found.value() != null
                    && EventJson.moderated(found.headers(), found.value())
                            instanceof Received.Known<ModeratedComment> known) {
                SEEN.put(found.key(), known.event());
                FIRST_SEEN.putIfAbsent(found.key(), known.event().status());
            }
        }
    }

    private static String health(String group) {
        return get("/actuator/health/" + group).contains("\"status\":\"UP\"") ? "UP" : "DOWN";
    }

    private static String get(String path) {
        var answer = http().get().uri(path).exchange().expectBody(String.class).returnResult();
        return String.valueOf(answer.getResponseBody());
    }

    private static WebTestClient http() {
        var port = application.getEnvironment().getProperty("local.server.port");
        return WebTestClient.bindToServer(new ReactorClientHttpConnector())
                .baseUrl("http://localhost:" + port)
                .defaultHeaders(headers -> headers.setBasicAuth("mo", "pw"))
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(8 * 1024 * 1024))
                .responseTimeout(Duration.ofSeconds(20))
                .build();
    }
}
