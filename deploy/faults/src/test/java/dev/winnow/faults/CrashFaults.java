package dev.winnow.faults;

import dev.winnow.testing.Processes;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole of Winnow is killed again and again and started again on the same folder. Long: see deploy/faults/run. */
class CrashFaults {

    private static final int COMMENTS = 2_000;
    private static final int KILLS = 5;

    private final Path folder;
    private final Processes processes = new Processes(Repository.OUTPUTS);

    CrashFaults(@TempDir Path folder) {
        this.folder = folder;
    }

    @AfterEach
    void end() {
        processes.close();
    }

    @Test
    void everyAcceptedCommentOutlivesFiveKills() throws Exception {
        var quickstart = new QuickstartProcess(
                processes, "crashed", folder, "--winnow.quickstart.demo=false", "--winnow.ingest.limits.enabled=false");
        quickstart.start();

        try (var submissions = Submissions.start(quickstart.winnow(), "crashes", COMMENTS, Duration.ofMillis(25))) {
            for (var kill = 1; kill <= KILLS; kill++) {
                var within = COMMENTS * kill / (KILLS + 1);
                submissions.awaitAccepted(within, Duration.ofMinutes(5));
                TimeUnit.MILLISECONDS.sleep(ThreadLocalRandom.current().nextInt(1_500));
                Say.that("kill %d of %d after %d accepted", kill, KILLS, submissions.acceptedSoFar());
                quickstart.kill();
                var since = System.nanoTime();
                quickstart.start();
                Say.that("ready again after %.1f s", Say.secondsSince(since));
            }
            submissions.awaitDone(Duration.ofMinutes(5));

            submissions.assertEachIsThereOnce(Duration.ofMinutes(3));
            Say.that("%s; none lost, none twice", submissions.figures());
        }
    }
}
