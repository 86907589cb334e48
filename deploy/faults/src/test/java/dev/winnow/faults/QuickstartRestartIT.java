package dev.winnow.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import dev.winnow.testing.Processes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuickstartRestartIT {

    private static final Path SHARED = Repository.TOP.resolveSibling("shared/seed/comments.ndjson");
    private static final Path OWN =
            Repository.TOP.resolve("deploy/quickstart/src/main/resources/demonstration/ai-foundations/comments.ndjson");

    private final Path folder;
    private final Processes processes = new Processes(Repository.OUTPUTS);

    QuickstartRestartIT(@TempDir Path folder) {
        this.folder = folder;
    }

    @AfterEach
    void end() {
        processes.close();
    }

    @Test
    void anImportGivesItsSevenCommentsAndTheyOutliveAKillAndAnEnd() throws Exception {
        var quickstart = new QuickstartProcess(processes, "restarted", folder, "--winnow.quickstart.demo=false");
        var winnow = quickstart.winnow();
        quickstart.start();

        var imported = winnow.imports("imported", Files.readString(OWN));

        assertThat(imported.status()).as(imported.body()).isEqualTo(200);
        assertThat(imported.body()).contains("\"taken\":7").contains("\"refused\":0");
        awaitTheSeven(winnow);

        quickstart.kill();
        quickstart.start();
        awaitTheSeven(winnow);
        assertThat(winnow.imports("imported", Files.readString(OWN)).status()).isEqualTo(200);

        assertThat(quickstart.stop()).isZero();
        quickstart.start();
        awaitTheSeven(winnow);
    }

    @Test
    void theSharedSeedGivesExactlyItsSevenComments() throws Exception {
        assumeThat(SHARED).as("the seed beside the repository").exists();
        var quickstart = new QuickstartProcess(processes, "seeded", folder, "--winnow.quickstart.demo=false");
        quickstart.start();

        assertThat(quickstart
                        .winnow()
                        .imports("imported", Files.readString(SHARED))
                        .status())
                .isEqualTo(200);

        awaitTheSeven(quickstart.winnow());
    }

    private static void awaitTheSeven(Winnow winnow) {
        await().atMost(Duration.ofSeconds(30))
                .ignoreException(AssertionError.class)
                .untilAsserted(() -> assertThat(winnow.thread("imported"))
                        .extracting(Winnow.Shown::author)
                        .containsExactly("西边林上云", "岁月不署名", "执笔画浮尘", "临渊", "红颜情断肠", "蓝颜甚好奈何有情", "雪后初暖阳"));
        assertThat(winnow.keptOut("imported")).isEmpty();
    }
}
