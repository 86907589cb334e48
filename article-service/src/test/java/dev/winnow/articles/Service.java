package dev.winnow.articles;

import static org.awaitility.Awaitility.await;

import dev.winnow.events.Topics;
import dev.winnow.testing.Infrastructure;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.boot.web.server.reactive.context.ReactiveWebServerApplicationContext;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.http.client.ReactorResourceFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A running article service with a database of its own, as a test sees it: from outside. */
public final class Service implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** As in the quickstart: the first context to end would otherwise end the event loops of all. */
    private static final ApplicationContextInitializer<GenericApplicationContext> OWN_EVENT_LOOPS =
            context -> context.registerBean(ReactorResourceFactory.class, () -> {
                var loops = new ReactorResourceFactory();
                loops.setUseGlobalResources(false);
                loops.setShutdownQuietPeriod(Duration.ZERO);
                return loops;
            });

    private final ConfigurableApplicationContext context;
    private final String kafka;
    private final KafkaProducer<String, byte[]> producer;

    private Service(ConfigurableApplicationContext context, String kafka) {
        this.context = context;
        this.kafka = kafka;
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka, "acks", "all", "max.block.ms", "20000"),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /** Starts one on the shared infrastructure. */
    public static Service start(String... settings) {
        return startOn(Infrastructure.kafka(), Infrastructure.mongo(database()), settings);
    }

    /** A database name that nobody else has. */
    public static String database() {
        return "articles-" + UUID.randomUUID();
    }

    /** Starts one on some infrastructure, with a group that belongs to the database, and waits until it is ready. */
    public static Service startOn(String kafka, String mongo, String... settings) {
        var all = new ArrayList<>(List.of(
                "--server.port=0",
                "--spring.kafka.bootstrap-servers=" + kafka,
                "--spring.mongodb.uri=" + mongo,
                "--winnow.articles.projection.group=articles-of-" + mongo.substring(mongo.lastIndexOf('/') + 1),
                "--winnow.topics.partitions=3",
                "--winnow.sites.default.key=test-key-of-default",
                "--winnow.sites.default.origins=https://blog.example",
                "--winnow.sites.english.language=en",
                "--winnow.sites.english.zone=Europe/Berlin"));
        all.addAll(List.of(settings));
        var service = new Service(
                ArticleService.application().initializers(OWN_EVENT_LOOPS).run(all.toArray(String[]::new)), kafka);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> service.get("/actuator/health/readiness").statusCode() == 200);
        return service;
    }

    /** Where it listens. */
    public URI address(String path) {
        var server = Objects.requireNonNull(((ReactiveWebServerApplicationContext) context).getWebServer());
        var port = server.getPort();
        return URI.create("http://127.0.0.1:" + port + path);
    }

    public String kafka() {
        return kafka;
    }

    /** Sends the events of comments and waits for Kafka. */
    public List<RecordMetadata> publish(TestComments... comments) {
        var sent = new ArrayList<RecordMetadata>();
        for (var comment : comments) {
            sent.add(send(comment.record()));
        }
        return sent;
    }

    /** Sends a record and waits for Kafka. */
    public RecordMetadata send(ProducerRecord<String, byte[]> record) {
        try {
            return producer.send(record).get();
        } catch (Exception e) {
            throw new AssertionError("Kafka did not take a record", e);
        }
    }

    /** Erases a comment. */
    public void erase(String id) {
        send(new ProducerRecord<>(Topics.MODERATED, id, null));
    }

    public HttpResponse<String> get(String path, String... headers) {
        var request = HttpRequest.newBuilder(address(path)).timeout(Duration.ofSeconds(20));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request.build());
    }

    public HttpResponse<String> send(HttpRequest request) {
        try {
            return HTTP.send(request, BodyHandlers.ofString());
        } catch (Exception e) {
            throw new AssertionError("no answer from " + request.uri(), e);
        }
    }

    public JsonNode json(String path) {
        return JSON.readTree(get(path).body());
    }

    /** The texts of a thread's comments as the API gives them. */
    public List<String> texts(String article) {
        var texts = new ArrayList<String>();
        json(thread(article))
                .path("comments")
                .forEach(c -> texts.add(c.path("text").asString()));
        return texts;
    }

    public static String thread(String article) {
        return "/v1/sites/default/articles/" + article + "/comments";
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(1));
        context.close();
    }
}
