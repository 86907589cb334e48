package dev.winnow.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.winnow.infrastructure.FreePort;
import dev.winnow.testing.Processes;
import dev.winnow.testing.RunningProcess;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The three jars with exactly the environment that {@code docker-compose.yml} gives them. Only what names another container
 * is put in place of it: Kafka's and MongoDB's addresses (the embedded store knows no users), the port and the state's
 * folder.
 */
class ComposeEnvironmentIT {

    private final Path folder;
    private final Processes processes = new Processes(Repository.OUTPUTS);

    ComposeEnvironmentIT(@TempDir Path folder) {
        this.folder = folder;
    }

    @AfterEach
    void end() {
        processes.close();
    }

    @Test
    void theJarsWorkWithTheEnvironmentOfTheComposeFile() throws Exception {
        Commands.assumeThere("docker-compose");
        var compose = ComposeFile.resolved(folder);
        try (var infrastructure = Infrastructure.in(folder)) {
            var ingest = start(compose, "comment-ingest", infrastructure);
            var worker = start(compose, "moderation-worker", infrastructure);
            var articles = start(compose, "article-service", infrastructure);
            var winnow = new Winnow(
                    ingest,
                    worker,
                    articles,
                    Objects.requireNonNull(compose.environment("comment-ingest").get("WINNOW_SITES_DEFAULT_KEY")),
                    "moderator:" + compose.moderatorPassword());
            await().atMost(QuickstartProcess.READY_WITHIN).until(winnow::isReady);

            var submitted = winnow.submit("composed", "小满", "这篇文章把数据的重要性讲得很清楚。", "composed");
            var kept = winnow.submit("composed", "小雅", "加微信 abc123456 兼职日结500", "kept");

            assertThat(List.of(submitted.status(), kept.status())).containsOnly(202);
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(winnow.thread("composed")).hasSize(1));
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(winnow.keptOut("composed")).hasSize(1));
            assertThat(winnow.imports("composed", "").status()).isIn(200, 422);
            assertTheHealthcheckAgrees(ingest);
        }
    }

    private URI start(ComposeFile compose, String service, Infrastructure infrastructure) {
        var port = FreePort.find();
        var environment = compose.environment(service);
        environment.put("SERVER_PORT", String.valueOf(port));
        environment.replace("KAFKA_BOOTSTRAP_SERVERS", infrastructure.kafka().bootstrapServers());
        environment.computeIfPresent(
                "MONGODB_URI", (name, uri) -> infrastructure.store().uri(uri.substring(uri.lastIndexOf('/') + 1)));
        environment.computeIfPresent(
                "WINNOW_WORKER_STREAMS_DIRECTORY",
                (name, path) -> folder.resolve("state").toString());
        RunningProcess process = processes.jar("composed-" + service, Repository.jar(service), List.of(), environment);
        var address = Winnow.onLoopback(port);
        process.awaitOk(address.resolve("/actuator/health/liveness"), QuickstartProcess.READY_WITHIN);
        return address;
    }

    /** The script that the image runs in the container. */
    private static void assertTheHealthcheckAgrees(URI service) throws Exception {
        var ready = Map.of("SERVER_PORT", String.valueOf(service.getPort()));
        var nobody = Map.of("SERVER_PORT", String.valueOf(FreePort.find()));

        assertThat(Commands.run(ready, "deploy/images/ready").exitCode()).isZero();
        assertThat(Commands.run(nobody, "deploy/images/ready").exitCode()).isNotZero();
    }
}
