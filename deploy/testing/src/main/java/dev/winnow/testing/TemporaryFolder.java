package dev.winnow.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** Folders that are gone when this JVM is. */
final class TemporaryFolder {

    private TemporaryFolder() {}

    static Path create(String name) {
        try {
            var folder = Files.createTempDirectory("winnow-" + name + "-");
            AtExit.close(() -> delete(folder));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var below = Files.walk(folder)) {
            for (var path : below.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
