package dev.winnow.faults;

import dev.winnow.infrastructure.FreePort;
import dev.winnow.testing.Processes;
import dev.winnow.testing.RunningProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The quickstart as a process that can be ended in any way and started again on its folder and its ports. */
final class QuickstartProcess {

    /** Long, as the machines that run tests are busy. */
    static final Duration READY_WITHIN = Duration.ofSeconds(180);

    private static final List<String> PORTS =
            List.of("kafka-port", "store-port", "ingest-port", "worker-port", "articles-port");

    private final Processes processes;
    private final String name;
    private final List<String> arguments;
    private final List<Integer> ports;
    private int starts;
    private @Nullable RunningProcess running;

    QuickstartProcess(Processes processes, String name, Path folder, String... more) {
        this.processes = processes;
        this.name = name;
        this.ports = PORTS.stream().map(port -> FreePort.find()).toList();
        this.arguments = new ArrayList<>(List.of("--winnow.quickstart.dir=" + folder));
        arguments.addAll(List.of(more));
    }

    /** Lets it be started with one argument more: one that names an address of its own. */
    void add(String argument) {
        arguments.add(argument);
    }

    /** Starts it and does not wait. */
    RunningProcess launch() {
        starts++;
        var all = Stream.concat(
                        Stream.iterate(0, i -> i < PORTS.size(), i -> i + 1)
                                .map(i -> "--winnow.quickstart.%s=%d".formatted(PORTS.get(i), ports.get(i))),
                        arguments.stream())
                .toList();
        running = processes.jar(name + "-" + starts, Repository.jar("deploy/quickstart"), all, Map.of());
        return running;
    }

    /** Starts it and waits until it says that it is ready. */
    RunningProcess start() {
        var process = launch();
        process.awaitOutput("ready.", READY_WITHIN);
        return process;
    }

    void kill() {
        running().kill();
    }

    /** As Ctrl-C does; gives the exit code. */
    int stop() {
        running().stop(Duration.ofSeconds(30));
        return running().exitCode();
    }

    RunningProcess running() {
        return Objects.requireNonNull(running, "not started");
    }

    String kafka() {
        return "127.0.0.1:" + ports.get(0);
    }

    String mongo(String database) {
        return "mongodb://127.0.0.1:%d/%s".formatted(ports.get(1), database);
    }

    Winnow winnow() {
        return new Winnow(
                Winnow.onLoopback(ports.get(2)),
                Winnow.onLoopback(ports.get(3)),
                Winnow.onLoopback(ports.get(4)),
                "quickstart",
                "moderator:quickstart");
    }
}
