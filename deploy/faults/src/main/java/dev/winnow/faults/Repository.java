package dev.winnow.faults;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/** Where things lie in this source tree. */
final class Repository {

    /** Tests run in deploy/faults. */
    static final Path TOP = Path.of("..", "..").toAbsolutePath().normalize();

    /** What the processes print, in a folder of this run's own. */
    static final Path OUTPUTS = Path.of(
                    "target", "outputs", Instant.now().toString().replace(':', '-'))
            .toAbsolutePath();

    private Repository() {}

    /** The executable jar of a module, such as {@code deploy/quickstart}. */
    static Path jar(String module) {
        var folder = TOP.resolve(module);
        var jar = folder.resolve("target").resolve(folder.getFileName() + ".jar");
        if (!Files.exists(jar)) {
            throw new AssertionError(jar + " is missing: run 'mvn package' first");
        }
        return jar;
    }
}
