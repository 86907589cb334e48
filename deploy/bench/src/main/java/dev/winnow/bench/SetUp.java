package dev.winnow.bench;

import dev.winnow.infrastructure.FreePort;
import dev.winnow.testing.Processes;
import dev.winnow.testing.RunningProcess;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Broker, store, Winnow's services and the bare one, each a process of its own on ports that were free. */
final class SetUp implements AutoCloseable {

    private static final Duration START = Duration.ofMinutes(2);
    private static final int PARTITIONS = 4;

    /** Known to everybody, as all of this listens on loopback and ends with the run. */
    static final String SITE_KEY = "bench-key";

    static final String LEAD = "lead";
    static final String LEAD_PASSWORD = "quickstart";
    private static final String LEAD_HASH = "{bcrypt}$2b$10$DBlsnKLzC504UQfFmHgW8uHoWNS.7PSj3kynbahtHCr.VpM8tRgQu";

    private final Processes processes;
    private final Path folder;
    private final Map<String, String> environment;
    private final URI ingest = address();
    private final URI worker = address();
    private final URI articles = address();
    private final URI bare = address();
    private final List<RunningProcess> behindIngest = new ArrayList<>();

    private SetUp(Path folder, int kafka, int store, String heap) {
        this.folder = folder;
        this.processes = new Processes(folder.resolve("output"), heap);
        this.environment = Map.of(
                "KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + kafka,
                "MONGODB_URI", "mongodb://127.0.0.1:" + store + "/winnow");
    }

    static SetUp start() throws IOException {
        var kafka = FreePort.find();
        var store = FreePort.find();
        var setUp = new SetUp(Files.createTempDirectory("winnow-bench"), kafka, store, "512m");
        setUp.infrastructure(kafka, store);
        setUp.services();
        return setUp;
    }

    /** Only what is between a site and its moderators; the embedded store remembers as much as on a machine of 8 GB. */
    static SetUp startForDesk() throws IOException {
        var kafka = FreePort.find();
        var store = FreePort.find();
        var setUp = new SetUp(Files.createTempDirectory("winnow-bench"), kafka, store, "2g");
        setUp.infrastructure(kafka, store);
        var ingesting = setUp.ingesting();
        var working = setUp.working();
        ingesting.awaitOk(setUp.ingest.resolve("/actuator/health/readiness"), START);
        working.awaitOk(setUp.worker.resolve("/actuator/health/readiness"), START);
        return setUp;
    }

    URI worker() {
        return worker;
    }

    URI ingest() {
        return ingest;
    }

    URI articles() {
        return articles;
    }

    URI bare() {
        return bare;
    }

    /** Ends the services behind comment-ingest, so that they do not work while it is loaded. */
    void stopBehindIngest() {
        behindIngest.forEach(process -> process.stop(Duration.ofSeconds(40)));
    }

    private void infrastructure(int kafka, int store) {
        processes
                .jar(
                        "infrastructure",
                        jar("deploy/quickstart/target/quickstart.jar"),
                        List.of(
                                "--winnow.quickstart.only=infrastructure",
                                "--winnow.quickstart.dir=" + folder.resolve("infrastructure"),
                                "--winnow.quickstart.kafka-port=" + kafka,
                                "--winnow.quickstart.store-port=" + store),
                        Map.of())
                .awaitOutput("Broker and store are ready", START);
    }

    private RunningProcess ingesting() {
        return service(
                "ingest",
                jar("comment-ingest/target/comment-ingest.jar"),
                ingest,
                "--winnow.ingest.limits.enabled=false",
                "--winnow.sites.default.key=" + SITE_KEY,
                "--winnow.ingest.secret=" + "b".repeat(40));
    }

    private RunningProcess working() {
        return service(
                "worker",
                jar("moderation-worker/target/moderation-worker.jar"),
                worker,
                // The embedded store reads all it has for each page: its figure is wanted, not that it takes too long.
                "--winnow.review.view.store-timeout=60s",
                "--winnow.review.view.search-timeout=60s",
                "--winnow.review.moderators." + LEAD + ".password=" + LEAD_HASH,
                "--winnow.review.moderators." + LEAD + ".role=lead",
                "--winnow.worker.streams.directory=" + folder.resolve("state"));
    }

    private void services() {
        var ingesting = ingesting();
        var working = working();
        var serving = service("articles", jar("article-service/target/article-service.jar"), articles);
        var barest = service(
                "bare",
                jar("deploy/bench/target/bench.jar"),
                bare,
                "bare",
                "--bench.folder=" + folder.resolve("bare-state"),
                "--bench.partitions=" + PARTITIONS);
        ingesting.awaitOk(ingest.resolve("/actuator/health/readiness"), START);
        working.awaitOk(worker.resolve("/actuator/health/readiness"), START);
        serving.awaitOk(articles.resolve("/actuator/health/readiness"), START);
        barest.awaitOk(bare.resolve("/bare/thread"), START);
        behindIngest.add(working);
        behindIngest.add(serving);
    }

    private RunningProcess service(String name, Path jar, URI at, String... more) {
        var arguments = Stream.concat(
                        Stream.of(more),
                        Stream.of(
                                "--server.port=" + at.getPort(),
                                "--server.address=127.0.0.1",
                                "--winnow.topics.partitions=" + PARTITIONS,
                                "--spring.kafka.bootstrap-servers=" + environment.get("KAFKA_BOOTSTRAP_SERVERS")))
                .toList();
        return processes.jar(name, jar, arguments, environment);
    }

    private static Path jar(String path) {
        var jar = Path.of(path).toAbsolutePath();
        if (!Files.exists(jar)) {
            throw new IllegalStateException(
                    path + " is missing: build with 'mvn -DskipTests package' and start from the project's folder");
        }
        return jar;
    }

    private static URI address() {
        return URI.create("http://127.0.0.1:" + FreePort.find());
    }

    @Override
    public void close() {
        processes.close();
    }
}
