package dev.winnow.worker.review;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.winnow.events.Author;
import dev.winnow.events.CloudEventHeaders;
import dev.winnow.events.Comment;
import dev.winnow.events.CommentDecided;
import dev.winnow.events.CommentEdited;
import dev.winnow.events.CommentReported;
import dev.winnow.events.CommentSubmitted;
import dev.winnow.events.CommentWithdrawn;
import dev.winnow.events.Decider;
import dev.winnow.events.Decision.Action;
import dev.winnow.events.Event;
import dev.winnow.events.EventJson;
import dev.winnow.events.Report;
import dev.winnow.events.Topics;
import dev.winnow.events.TraceParent;
import dev.winnow.testing.Infrastructure;
import dev.winnow.worker.ModerationWorker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.server.reactive.context.ReactiveWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/**
 * The whole worker on real infrastructure, driven from outside: over HTTP as moderators do, over Kafka as ingest does.
 * What it screens is decided by {@link TestScreening}.
 */
final class Desk implements AutoCloseable {

    static final String PASSWORD = "correct horse 电池";
    static final List<String> MODERATORS = List.of("lilei", "hanmeimei", "李雷");
    static final String LEAD = "leader";
    static final String OPERATOR = "operator";

    /** A lead who works for another site than that of the comments. */
    static final String LEAD_ELSEWHERE = "stranger";

    /** For tests that are not about a store or a broker that is away: a busy machine may keep either waiting. */
    static final Map<String, String> PATIENT = Map.of(
            "winnow.review.view.store-timeout", "1m",
            "winnow.review.view.search-timeout", "1m",
            "winnow.review.audit.store-timeout", "1m",
            "winnow.review.decisions.send-timeout", "1m",
            "winnow.review.decisions.outcome-timeout", "1m");

    private static final String HASH = "{bcrypt}" + new BCryptPasswordEncoder(4).encode(PASSWORD);

    private final ConfigurableApplicationContext worker;
    private final KafkaProducer<byte[], byte[]> readers;

    private Desk(ConfigurableApplicationContext worker, String kafka) {
        this.worker = worker;
        this.readers = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka, "acks", "all"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /** One that tests of this JVM share. */
    static Desk shared() {
        return Shared.DESK;
    }

    /** One of its own. */
    static Desk start(String kafka, String store, Map<String, String> settings) {
        var all = new HashMap<String, String>();
        all.put("server.port", "0");
        all.put("spring.kafka.bootstrap-servers", kafka);
        all.put("spring.mongodb.uri", store);
        all.put("winnow.worker.streams.application-id", "worker-" + UUID.randomUUID());
        all.put("winnow.worker.streams.directory", temporaryFolder());
        all.put("winnow.review.view.group", "review-" + UUID.randomUUID());
        all.put("winnow.review.live.heartbeat", "1s");
        all.put("winnow.review.attempts", "10000");
        all.put("winnow.second-opinion.enabled", "false");
        MODERATORS.forEach(name -> add(all, name, "moderator", null));
        add(all, LEAD, "lead", null);
        add(all, OPERATOR, "operator", null);
        add(all, LEAD_ELSEWHERE, "lead", "elsewhere");
        all.putAll(settings);
        var arguments = all.entrySet().stream()
                .map(e -> "--" + e.getKey() + "=" + e.getValue())
                .toArray(String[]::new);
        return new Desk(
                ModerationWorker.application()
                        .sources(TestScreening.class, TestServer.class)
                        .run(arguments),
                kafka);
    }

    private static void add(Map<String, String> settings, String name, String role, @Nullable String site) {
        var moderator = "winnow.review.moderators[" + name + "].";
        settings.put(moderator + "password", HASH);
        settings.put(moderator + "role", role);
        if (site != null) {
            settings.put(moderator + "sites", site);
        }
    }

    private static String temporaryFolder() {
        try {
            return Files.createTempDirectory("winnow-streams-").toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        var server = ((ReactiveWebServerApplicationContext) worker).getWebServer();
        return server == null ? 0 : server.getPort();
    }

    <T> T bean(Class<T> type) {
        return worker.getBean(type);
    }

    /** Somebody who is not signed in. */
    WebTestClient anybody() {
        return WebTestClient.bindToServer()
                .baseUrl("http://localhost:" + port())
                .responseTimeout(Duration.ofSeconds(20))
                .build();
    }

    /** A moderator's script, by HTTP Basic. */
    WebTestClient moderator(String name) {
        return anybody()
                .mutate()
                .defaultHeaders(headers -> headers.setBasicAuth(name, PASSWORD, UTF_8))
                .build();
    }

    /** What the desk answers a moderator. */
    JsonNode get(String address) {
        return Objects.requireNonNull(moderator("lilei")
                .get()
                .uri(address)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody());
    }

    /** Submits a comment as ingest does, and waits until the view has it. */
    ReviewItem submitted(String article, String text) {
        return submitted(article, new Author("小明", null, "xiaoming@example.com", false), text);
    }

    ReviewItem submitted(String article, Author author, String text) {
        return await(submit(article, author, text), 1);
    }

    /** Submits a comment as ingest does, and returns its id. */
    String submit(String article, String text) {
        return submit(article, new Author("小明", null, "xiaoming@example.com", false), text);
    }

    private String submit(String article, Author author, String text) {
        return submit("default", article, author, text);
    }

    /** Submits a comment to another site than all others are on, and waits until the view has it. */
    ReviewItem submittedElsewhere(String article, String text) {
        return await(submit("elsewhere", article, new Author("小明", null, null, false), text), 1);
    }

    private String submit(String site, String article, Author author, String text) {
        var id = UUID.randomUUID().toString();
        var now = Instant.now();
        send(new CommentSubmitted(
                new Comment(id, site, article, null, author, text, null, now, null, "origin-" + id, false), now));
        return id;
    }

    ReviewItem edited(ReviewItem item, String text) {
        var comment = item.event().comment();
        send(new CommentEdited(item.id(), comment.site(), comment.article(), text, Instant.now()));
        return await(item.id(), item.revision() + 1);
    }

    ReviewItem withdrawn(ReviewItem item) {
        var comment = item.event().comment();
        send(new CommentWithdrawn(item.id(), comment.site(), comment.article(), Instant.now()));
        return await(item.id(), item.revision() + 1);
    }

    /** A second opinion that calls a moderator. */
    ReviewItem opined(ReviewItem item, String note) {
        var event = item.event();
        var decided = new CommentDecided(
                item.id(),
                event.comment().site(),
                event.comment().article(),
                "opinion:" + event.textPosition() + ":m1",
                Action.FLAG,
                new Decider(Decider.Kind.OPINION, "m1"),
                null,
                note,
                event.seen(),
                Instant.now());
        send(Topics.DECIDED, decided, UUID.randomUUID().toString());
        return await(item.id(), item.revision() + 1);
    }

    ReviewItem reported(ReviewItem item) {
        var comment = item.event().comment();
        var report = new Report("origin:" + UUID.randomUUID(), "spam", "广告", Instant.now());
        send(new CommentReported(item.id(), comment.site(), comment.article(), report));
        return await(item.id(), item.revision() + 1);
    }

    /** Waits until the view has this revision of a comment, or a later one. */
    ReviewItem await(String id, long revision) {
        var items = bean(ReviewItems.class);
        return Awaitility.await()
                .ignoreExceptions()
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(20))
                .until(
                        () -> items.find(id).block(Duration.ofSeconds(5)),
                        item -> item != null && item.revision() >= revision);
    }

    private void send(Event command) {
        send(Topics.SUBMITTED, command, UUID.randomUUID().toString());
    }

    /** Puts any event onto a topic. */
    void send(String topic, Event event, String id) {
        var outgoing = new ProducerRecord<>(topic, event.key().getBytes(UTF_8), EventJson.write(event));
        CloudEventHeaders.write(outgoing.headers(), event, id, "/test", TraceParent.continuedFrom(null));
        send(outgoing);
    }

    /** Puts anything onto a topic. */
    void send(ProducerRecord<byte[], byte @Nullable []> outgoing) {
        try {
            readers.send(outgoing).get(20, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        readers.close(Duration.ZERO);
        worker.close();
    }

    private static final class Shared {
        static final Desk DESK = start(
                Infrastructure.kafka(),
                Infrastructure.mongo("review-" + UUID.randomUUID()),
                patient(StubProvider.shared().settings()));

        private static Map<String, String> patient(Map<String, String> settings) {
            var all = new HashMap<>(PATIENT);
            all.putAll(settings);
            return all;
        }
    }
}
