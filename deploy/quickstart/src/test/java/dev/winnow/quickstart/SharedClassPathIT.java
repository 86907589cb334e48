package dev.winnow.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.jar.JarInputStream;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Beside the others a service finds auto-configurations on its class path that its own jar has not. What is not excluded
 * here would make it another service.
 */
class SharedClassPathIT {

    private static final String AUTO_CONFIGURATIONS =
            "META-INF/spring/org.springframework.boot.autoconfigure.AutoConfiguration.imports";

    /** For servlets, JDBC and what else is not here: their conditions never hold in any of the services. */
    private static final Pattern NEVER_HERE =
            Pattern.compile(".*\\.(servlet|rsocket)\\..*|.*\\.UserDetailsServiceAuto.*");

    @Test
    void eachServiceLeavesOutWhatOnlyTheOthersUse() throws IOException {
        var services = Services.of(new Ports(1, 2, 3, 4, 5), folder(), "127.0.0.1:1", name -> "mongodb://" + name);
        for (var service : services.all()) {
            var jar = Path.of("..", "..", service.name(), "target", service.name() + ".jar");

            var foreign = autoConfigurations(Path.of("target", "quickstart.jar"), libraries(jar));

            assertThat(service.foreign()).as(service.name()).containsExactlyInAnyOrderElementsOf(foreign);
        }
    }

    @Test
    void anOldJavaCanLoadTheLauncherThatTurnsItAway() throws IOException {
        try (var jar = new JarFile("target/quickstart.jar")) {
            assertThat(jar.getManifest().getMainAttributes().getValue("Main-Class"))
                    .isEqualTo(Launcher.class.getName());
            var type = jar.getEntry(Launcher.class.getName().replace('.', '/') + ".class");
            try (var in = jar.getInputStream(type)) {
                var header = in.readNBytes(8);
                assertThat(header[7]).as("class file version of Java 8").isEqualTo((byte) 52);
            }
        }
    }

    private static Folder folder() throws IOException {
        return Folder.take(Files.createTempDirectory("winnow-services"));
    }

    private static Set<String> libraries(Path jar) throws IOException {
        try (var file = new JarFile(jar.toFile())) {
            return file.stream()
                    .map(entry -> entry.getName())
                    .filter(name -> name.startsWith("BOOT-INF/lib/"))
                    .collect(Collectors.toSet());
        }
    }

    /** Those of the jar's libraries that are not among the known ones. */
    private static Set<String> autoConfigurations(Path jar, Set<String> known) throws IOException {
        try (var file = new JarFile(jar.toFile())) {
            return file.stream()
                    .filter(entry -> entry.getName().startsWith("BOOT-INF/lib/"))
                    .filter(entry -> !known.contains(entry.getName()))
                    .flatMap(entry -> imports(open(file, entry.getName())).stream())
                    .filter(name -> !NEVER_HERE.matcher(name).matches())
                    .collect(Collectors.toSet());
        }
    }

    private static InputStream open(JarFile file, String name) {
        try {
            return Objects.requireNonNull(file.getInputStream(file.getEntry(name)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> imports(InputStream library) {
        try (var jar = new JarInputStream(library)) {
            for (var entry = jar.getNextJarEntry(); entry != null; entry = jar.getNextJarEntry()) {
                if (entry.getName().equals(AUTO_CONFIGURATIONS)) {
                    return lines(jar).toList();
                }
            }
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> lines(InputStream in) {
        return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"));
    }
}
