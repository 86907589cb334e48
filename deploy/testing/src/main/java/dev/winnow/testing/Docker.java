package dev.winnow.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.testcontainers.DockerClientFactory;

/**
 * Whether containers can be had here. Testcontainers itself is asked only where something hints at Docker, as without
 * it the question takes seconds and is answered with stack traces.
 */
final class Docker {

    private static final boolean ANSWERS =
            hinted() && DockerClientFactory.instance().isDockerAvailable();

    private Docker() {}

    static boolean answers() {
        return ANSWERS;
    }

    private static boolean hinted() {
        return System.getenv("DOCKER_HOST") != null || sockets().anyMatch(Files::exists);
    }

    private static Stream<Path> sockets() {
        var home = System.getProperty("user.home");
        var runtime = System.getenv("XDG_RUNTIME_DIR");
        var everywhere = Stream.of(
                "/var/run/docker.sock",
                home + "/.docker/run/docker.sock",
                home + "/.docker/desktop/docker.sock",
                home + "/.testcontainers.properties",
                "//./pipe/docker_engine");
        var rootless = Stream.ofNullable(runtime).map(folder -> folder + "/docker.sock");
        return Stream.concat(everywhere, rootless).map(Path::of);
    }
}
