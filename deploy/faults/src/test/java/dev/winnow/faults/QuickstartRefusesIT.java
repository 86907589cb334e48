package dev.winnow.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.testing.Processes;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One clear line and a bad exit code, whatever stands in the way. */
class QuickstartRefusesIT {

    private final Path folder;
    private final Processes processes = new Processes(Repository.OUTPUTS);
    private int starts;

    QuickstartRefusesIT(@TempDir Path folder) {
        this.folder = folder;
    }

    @AfterEach
    void end() {
        processes.close();
    }

    @Test
    void aBusyPort() throws Exception {
        try (var busy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(lineOf("--winnow.quickstart.worker-port=" + busy.getLocalPort()))
                    .contains("Port " + busy.getLocalPort())
                    .contains("--winnow.quickstart.worker-port");
        }
    }

    @Test
    void aFolderThatCannotBeWritten() throws Exception {
        var file = Files.createFile(folder.resolve("file"));

        assertThat(lineOf("--winnow.quickstart.dir=" + file.resolve("below"))).contains(file.toString());
    }

    @Test
    void aFolderInUse() {
        var first = new QuickstartProcess(processes, "first", folder, "--winnow.quickstart.only=infrastructure");
        first.start();

        assertThat(lineOf("--winnow.quickstart.dir=" + folder))
                .contains("in use")
                .contains(folder.toString());
    }

    @Test
    void whatIsNoSetting() {
        assertThat(lineOf("--winnow.quickstart.colour=blue"))
                .contains("no setting")
                .contains("kafka-port");
        assertThat(lineOf("--winnow.quickstart.only=services")).contains("'infrastructure'");
        assertThat(lineOf("--winnow.quickstart.demo=maybe")).contains("'true' or 'false'");
        assertThat(lineOf("--winnow.quickstart.kafka-port=70000")).contains("0 to 65535");
        assertThat(lineOf("--server.port=80")).contains("ingest-port");
        assertThat(lineOf("start")).contains("'start'");
    }

    /** Starts the quickstart, which must fail, and gives the one line that it prints. */
    private String lineOf(String argument) {
        starts++;
        var name = "refused-%s-%d".formatted(folder.getFileName(), starts);
        var quickstart = new QuickstartProcess(processes, name, folder.resolve("own"), argument);
        var process = quickstart.launch();

        assertThat(process.awaitExit(Duration.ofSeconds(60))).isEqualTo(1);
        assertThat(process.output().strip().lines()).as(process.output()).hasSize(1);
        return process.output();
    }
}
