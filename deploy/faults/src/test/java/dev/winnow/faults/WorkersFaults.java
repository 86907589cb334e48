package dev.winnow.faults;

import static org.awaitility.Awaitility.await;

import dev.winnow.testing.Processes;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One of two workers is killed under load and another one started. Long: see deploy/faults/run. */
class WorkersFaults {

    private static final int COMMENTS = 2_000;

    private final Path folder;
    private final Processes processes = new Processes(Repository.OUTPUTS);

    WorkersFaults(@TempDir Path folder) {
        this.folder = folder;
    }

    @AfterEach
    void end() {
        processes.close();
    }

    @Test
    void nothingIsLostAndItsPartitionsAreSoonWorkedOnAgain() throws Exception {
        try (var infrastructure = Infrastructure.in(folder)) {
            var services = new ServiceProcesses(
                    processes,
                    infrastructure.kafka().bootstrapServers(),
                    infrastructure.store().uri("winnow"),
                    folder.resolve("state"));
            var ingest = services.ingest("faults-ingest");
            var worker = services.worker("faults-worker-1");
            var doomed = services.worker("faults-worker-2");
            var articles = services.articles("faults-articles");
            ServiceProcesses.awaitReady(ingest, worker, doomed, articles);
            var winnow = ServiceProcesses.winnow(ingest, worker, articles);

            try (var submissions = Submissions.start(winnow, "workers", COMMENTS, Duration.ofMillis(20))) {
                submissions.awaitAccepted(COMMENTS / 3, Duration.ofMinutes(3));
                doomed.process().kill();
                var since = System.nanoTime();
                var another = services.worker("faults-worker-3");
                awaitEveryPartition(winnow);
                Say.that("a killed worker's partitions were worked on again after %.1f s", Say.secondsSince(since));
                another.ready();
                submissions.awaitDone(Duration.ofMinutes(5));

                submissions.assertEachIsThereOnce(Duration.ofMinutes(3));
                Say.that("%s; none lost, none twice", submissions.figures());
            }
        }
    }

    /** Of 60 new comments with ids of their own, some fall on each of the partitions. */
    private static void awaitEveryPartition(Winnow winnow) {
        var probes = new ArrayList<String>();
        for (var i = 0; i < 60; i++) {
            probes.add(winnow.submit("probes", "reader", "Note number " + i + " on this.", "probe-" + i)
                    .json()
                    .path("id")
                    .asString());
        }
        await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(100))
                .ignoreException(AssertionError.class)
                .until(() -> {
                    var shown = new HashSet<String>();
                    winnow.thread("probes").forEach(comment -> shown.add(comment.id()));
                    winnow.keptOut("probes").forEach(comment -> shown.add(comment.id()));
                    return shown.containsAll(probes);
                });
    }
}
