package dev.winnow.faults;

import dev.winnow.infrastructure.FreePort;
import dev.winnow.testing.Processes;
import dev.winnow.testing.RunningProcess;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The services' own jars as processes, any number of each, against one broker and one store. */
final class ServiceProcesses {

    private static final String SITE_KEY = "a site's key";

    /** BCrypt of {@code a moderator's password}. */
    private static final String PASSWORD_HASH = "{bcrypt}$2b$10$9uQKeA5cFbTyHrS.4WeGt.zBOeSiPy6kPqBSQkfjriKlE22JnkrLS";

    private static final String MODERATOR = "mod:a moderator's password";

    private final Processes processes;
    private final String kafka;
    private final String store;
    private final Path folder;

    ServiceProcesses(Processes processes, String kafka, String store, Path folder) {
        this.processes = processes;
        this.kafka = kafka;
        this.store = store;
        this.folder = folder;
    }

    /** A service that runs, and where it answers. */
    record Started(RunningProcess process, URI address) {

        Started ready() {
            process.awaitOk(address.resolve("/actuator/health/readiness"), QuickstartProcess.READY_WITHIN);
            return this;
        }
    }

    Started ingest(String name) {
        return start(
                name,
                "comment-ingest",
                List.of("--winnow.ingest.limits.enabled=false", "--winnow.ingest.secret=" + "s".repeat(32)));
    }

    Started worker(String name) {
        return start(
                name,
                "moderation-worker",
                List.of(
                        "--winnow.worker.streams.directory=" + folder.resolve(name),
                        "--winnow.review.session-secret=" + "s".repeat(32),
                        "--winnow.review.moderators.mod.password=" + PASSWORD_HASH));
    }

    Started articles(String name) {
        return start(name, "article-service", List.of());
    }

    private Started start(String name, String module, List<String> settings) {
        var port = FreePort.find();
        var all = new ArrayList<>(List.of(
                "--server.address=127.0.0.1",
                "--server.port=" + port,
                "--winnow.sites.default.key=" + SITE_KEY,
                "--winnow.sites.default.language=zh-CN",
                "--winnow.sites.default.zone=Asia/Shanghai"));
        all.addAll(settings);
        var environment = Map.of("KAFKA_BOOTSTRAP_SERVERS", kafka, "MONGODB_URI", store);
        var process = processes.jar(name, Repository.jar(module), all, environment);
        return new Started(process, Winnow.onLoopback(port));
    }

    static Winnow winnow(Started ingest, Started worker, Started articles) {
        return new Winnow(ingest.address(), worker.address(), articles.address(), SITE_KEY, MODERATOR);
    }

    static void awaitReady(Started... services) {
        Stream.of(services).forEach(Started::ready);
    }
}
