package dev.winnow.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.testing.Processes;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * In the quickstart each service has the others' libraries on its class path. It must answer as its own jar does all the
 * same.
 */
class SameAnswersIT {

    private static final List<String> PATHS = List.of(
            "/",
            "/nowhere",
            "/actuator/health",
            "/actuator/health/liveness",
            "/actuator/health/readiness",
            "/actuator/env",
            "/v3/api-docs",
            "/login",
            "/logout",
            "/review",
            "/v1/review/comments",
            "/embed.js",
            "/articles/article.css",
            "/review/desk.css",
            "/v1/sites/default/articles/x/comments",
            "/v1/sites/unknown/articles/x/comments");

    private final Path folder;
    private final Processes processes = new Processes(Repository.OUTPUTS);
    private final HttpClient http = HttpClient.newHttpClient();

    SameAnswersIT(@TempDir Path folder) {
        this.folder = folder;
    }

    @AfterEach
    void end() {
        processes.close();
    }

    /** What of an answer must not depend on where the service runs. */
    private record Likeness(int status, String type, List<String> headers, String body) {}

    @Test
    void theQuickstartsServicesAnswerAsTheirOwnJarsDo() throws Exception {
        // ServiceProcesses sets no limits either.
        var quickstart = new QuickstartProcess(
                processes,
                "together",
                folder,
                "--winnow.quickstart.demo=false",
                "--winnow.ingest.limits.enabled=false");
        quickstart.start();
        var together = quickstart.winnow();
        var services = new ServiceProcesses(
                processes, quickstart.kafka(), quickstart.mongo("winnow"), folder.resolve("state"));
        var ingest = services.ingest("alone-ingest");
        var worker = services.worker("alone-worker");
        var articles = services.articles("alone-articles");
        ServiceProcesses.awaitReady(ingest, worker, articles);

        var softly = new SoftAssertions();
        compare(softly, together.ingest(), ingest.address());
        compare(softly, together.worker(), worker.address());
        compare(softly, together.articles(), articles.address());
        softly.assertAll();
    }

    private void compare(SoftAssertions softly, URI together, URI alone) throws Exception {
        for (var path : PATHS) {
            for (var method : List.of("GET", "POST", "DELETE")) {
                softly.assertThat(likeness(together, method, path))
                        .as("%s %s%s", method, alone, path)
                        .isEqualTo(likeness(alone, method, path));
            }
        }
        assertThat(likeness(together, "GET", "/actuator/prometheus").status()).isEqualTo(200);
    }

    private Likeness likeness(URI service, String method, String path) throws Exception {
        var request = HttpRequest.newBuilder(service.resolve(path)).method(method, BodyPublishers.noBody());
        var response = http.send(request.build(), BodyHandlers.ofString());
        return new Likeness(
                response.statusCode(),
                response.headers().firstValue("Content-Type").orElse(""),
                response.headers().map().keySet().stream().sorted().toList(),
                response.body()
                        .replace(":" + service.getPort(), ":PORT")
                        .replaceAll("\"free\":[0-9]+", "\"free\":BYTES"));
    }
}
