package dev.winnow.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.winnow.testing.Processes;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two workers and two article services share the work, and one of each may be killed in the middle of it. */
class TwoOfEachIT {

    private static final int COMMENTS = 500;

    private final Path folder;
    private final Processes processes = new Processes(Repository.OUTPUTS);

    TwoOfEachIT(@TempDir Path folder) {
        this.folder = folder;
    }

    @AfterEach
    void end() {
        processes.close();
    }

    @Test
    void oneOfEachIsKilledAndEveryAcceptedCommentIsThereOnce() throws Exception {
        var infrastructure =
                new QuickstartProcess(processes, "infrastructure", folder, "--winnow.quickstart.only=infrastructure");
        infrastructure.start();
        var services = new ServiceProcesses(
                processes, infrastructure.kafka(), infrastructure.mongo("winnow"), folder.resolve("state"));
        var ingest = services.ingest("ingest");
        var worker = services.worker("worker-1");
        var doomedWorker = services.worker("worker-2");
        var articles = services.articles("articles-1");
        var doomedArticles = services.articles("articles-2");
        ServiceProcesses.awaitReady(ingest, worker, doomedWorker, articles, doomedArticles);
        var winnow = ServiceProcesses.winnow(ingest, worker, articles);

        try (var submissions = Submissions.start(winnow, "shared-work", COMMENTS, Duration.ofMillis(10))) {
            submissions.awaitAccepted(COMMENTS / 4, Duration.ofSeconds(60));
            await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
                assertBothWork("winnow_worker_screened_total", worker, doomedWorker);
                assertBothWork("winnow_articles_projected_total", articles, doomedArticles);
            });
            doomedWorker.process().kill();
            doomedArticles.process().kill();
            submissions.awaitDone(Duration.ofMinutes(3));

            submissions.assertEachIsThereOnce(Duration.ofMinutes(2));
        }
    }

    private static void assertBothWork(String metric, ServiceProcesses.Started first, ServiceProcesses.Started second) {
        assertThat(Winnow.metric(first.address(), metric)).as(metric).isPositive();
        assertThat(Winnow.metric(second.address(), metric)).as(metric).isPositive();
    }
}
