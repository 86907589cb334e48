package dev.winnow.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Programs as processes of their own, for tests in which one of several is killed. Each writes what it prints to a file
 * named after it; all that still run are killed at the end.
 */
public final class Processes implements AutoCloseable {

    private static final String USUAL_HEAP = "512m";

    private final Path outputs;
    private final String heap;
    private final List<RunningProcess> started = new ArrayList<>();

    /** Puts the output files into this folder, which is created when missing. */
    public Processes(Path outputs) {
        this(outputs, USUAL_HEAP);
    }

    /** As above; each Java process may use so much heap, as {@code -Xmx} takes it. */
    public Processes(Path outputs, String heap) {
        this.outputs = outputs;
        this.heap = heap;
    }

    /** Starts an executable jar with this JVM's Java. */
    public RunningProcess jar(String name, Path jar, List<String> arguments, Map<String, String> environment) {
        return start(name, java(List.of("-jar", jar.toString()), arguments), environment);
    }

    /** Starts a class's main method with this JVM's Java and class path. */
    public RunningProcess main(String name, Class<?> main, List<String> arguments, Map<String, String> environment) {
        var program = List.of("-cp", System.getProperty("java.class.path"), main.getName());
        return start(name, java(program, arguments), environment);
    }

    /** Starts any command; the environment is added to this process's own. */
    public RunningProcess start(String name, List<String> command, Map<String, String> environment) {
        try {
            var output = Files.createDirectories(outputs).resolve(name + ".out");
            var builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
            builder.environment().putAll(environment);
            var process = new RunningProcess(name, builder.start(), output);
            started.add(process);
            return process;
        } catch (IOException e) {
            throw new UncheckedIOException("Could not start " + name, e);
        }
    }

    private List<String> java(List<String> program, List<String> arguments) {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return Stream.of(List.of(java, "-Xmx" + heap), program, arguments)
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public void close() {
        started.forEach(RunningProcess::kill);
    }
}
