package dev.winnow.quickstart;

import dev.winnow.articles.ArticleService;
import dev.winnow.ingest.CommentIngest;
import dev.winnow.worker.ModerationWorker;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The three services and what each is told here. The secrets that everybody knows stand here and nowhere else. */
record Services(Service ingest, Service worker, Service articles) {

    static final String SITE = "default";
    static final String SITE_KEY = "quickstart";
    static final String MODERATOR = "moderator";
    static final String PASSWORD = "quickstart";

    /** BCrypt of {@link #PASSWORD}. */
    private static final String PASSWORD_HASH = "{bcrypt}$2b$10$DBlsnKLzC504UQfFmHgW8uHoWNS.7PSj3kynbahtHCr.VpM8tRgQu";

    private static final List<String> SECURITY = List.of(
            "org.springframework.boot.security.autoconfigure.ReactiveUserDetailsServiceAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.SecurityAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.actuate.web.reactive.ReactiveManagementWebSecurityAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.web.reactive.ReactiveWebSecurityAutoConfiguration");
    private static final List<String> MONGODB = List.of(
            "org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration",
            "org.springframework.boot.mongodb.autoconfigure.MongoReactiveAutoConfiguration",
            "org.springframework.boot.mongodb.autoconfigure.health.MongoHealthContributorAutoConfiguration",
            "org.springframework.boot.mongodb.autoconfigure.health.MongoReactiveHealthContributorAutoConfiguration",
            "org.springframework.boot.mongodb.autoconfigure.metrics.MongoMetricsAutoConfiguration",
            "org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration",
            "org.springframework.boot.data.mongodb.autoconfigure.DataMongoReactiveAutoConfiguration",
            "org.springframework.boot.data.mongodb.autoconfigure.DataMongoReactiveRepositoriesAutoConfiguration",
            "org.springframework.boot.data.mongodb.autoconfigure.DataMongoRepositoriesAutoConfiguration",
            "org.springframework.boot.data.autoconfigure.metrics.DataRepositoryMetricsAutoConfiguration",
            "org.springframework.boot.data.autoconfigure.web.DataWebAutoConfiguration");
    private static final List<String> THYMELEAF =
            List.of("org.springframework.boot.thymeleaf.autoconfigure.ThymeleafAutoConfiguration");

    static Services of(Ports ports, Folder folder, String kafka, UnaryOperator<String> store) {
        return new Services(
                new Service(
                        CommentIngest.CONFIG_NAME,
                        CommentIngest::application,
                        Stream.of(SECURITY, MONGODB, THYMELEAF)
                                .flatMap(List::stream)
                                .toList(),
                        with(common(ports.ingest(), kafka), ingest(folder, ports))),
                new Service(
                        ModerationWorker.CONFIG_NAME,
                        ModerationWorker::application,
                        THYMELEAF,
                        with(common(ports.worker(), kafka), worker(folder, store))),
                new Service(
                        ArticleService.CONFIG_NAME,
                        ArticleService::application,
                        SECURITY,
                        with(common(ports.articles(), kafka), articles(store, ports))));
    }

    private static Map<String, String> ingest(Folder folder, Ports ports) {
        return Map.of(
                "winnow.ingest.secret",
                folder.secret("ingest"),
                // Whoever tries things out is one client, and in more of a hurry than a reader.
                "winnow.ingest.limits.client.requests",
                "600",
                "winnow.sites.default.origins",
                "http://127.0.0.1:%1$d,http://localhost:%1$d".formatted(ports.articles()));
    }

    private static Map<String, String> worker(Folder folder, UnaryOperator<String> store) {
        return Map.of(
                "spring.mongodb.uri",
                store.apply("winnow-review"),
                "winnow.worker.streams.directory",
                folder.streams().toString(),
                // The one that is back after an end of any kind is not waited for.
                "winnow.worker.streams.instance",
                "quickstart",
                "winnow.review.session-secret",
                folder.secret("sessions"),
                "winnow.review.moderators.%s.password".formatted(MODERATOR),
                PASSWORD_HASH,
                "winnow.review.moderators.%s.role".formatted(MODERATOR),
                "lead");
    }

    private static Map<String, String> articles(UnaryOperator<String> store, Ports ports) {
        return Map.of(
                "spring.mongodb.uri",
                store.apply("winnow-articles"),
                "winnow.articles.writing.address",
                "http://127.0.0.1:" + ports.ingest());
    }

    List<Service> all() {
        return List.of(ingest, worker, articles);
    }

    private static Map<String, String> common(int port, String kafka) {
        return Map.of(
                "server.address", "127.0.0.1",
                "server.port", String.valueOf(port),
                "spring.kafka.bootstrap-servers", kafka,
                // Open pages are told to connect again, and Ctrl-C does not wait for them.
                "spring.lifecycle.timeout-per-shutdown-phase", "3s",
                "winnow.sites.default.key", SITE_KEY,
                "winnow.sites.default.language", "zh-CN",
                "winnow.sites.default.zone", "Asia/Shanghai");
    }

    private static Map<String, String> with(Map<String, String> common, Map<String, String> own) {
        var all = new HashMap<>(common);
        all.putAll(own);
        return all;
    }
}
