package dev.winnow.ingest;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.ConfigurableApplicationContext;

/** The service, started as an operator starts it, on a port of its own. */
final class RunningIngest implements AutoCloseable {

    static final String SECRET = "a secret of the tests, long enough for all";
    static final String SITE_KEY = "the-site-s-own-key";
    static final String AUTHOR_TOKEN_SECRET = "what the site signs its authors' tokens with";
    static final String PAGES = "https://pages.example";

    private final ConfigurableApplicationContext context;
    private final Api api;

    private RunningIngest(ConfigurableApplicationContext context) {
        this.context = context;
        this.api = new Api(port(context));
    }

    /** Starts it and waits until it takes requests. */
    static RunningIngest ready(String kafka, String... settings) {
        var ingest = start(kafka, settings);
        await().atMost(Duration.ofSeconds(30)).until(ingest::isReady);
        return ingest;
    }

    /** Starts it, wherever Kafka is. */
    static RunningIngest start(String kafka, String... settings) {
        var arguments = new ArrayList<>(List.of(
                "--server.port=0",
                "--spring.kafka.bootstrap-servers=" + kafka,
                "--winnow.ingest.secret=" + SECRET,
                "--winnow.sites.default.key=" + SITE_KEY,
                "--winnow.sites.default.author-token-secret=" + AUTHOR_TOKEN_SECRET,
                "--winnow.sites.default.origins=" + PAGES,
                "--winnow.sites.keyless.origins="));
        arguments.addAll(List.of(settings));
        return new RunningIngest(CommentIngest.application().run(arguments.toArray(String[]::new)));
    }

    Api api() {
        return api;
    }

    int port() {
        return port(context);
    }

    boolean isReady() {
        return api.get("/actuator/health/readiness").statusCode() == 200;
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    private static int port(ConfigurableApplicationContext context) {
        return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    @Override
    public void close() {
        context.close();
    }
}
