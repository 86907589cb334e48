package dev.winnow.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.Yaml;

/** {@code docker-compose.yml} as {@code docker-compose config} gives it, with a {@code .env} as deploy/make-env makes it. */
final class ComposeFile {

    private final Map<String, Map<String, Object>> services;
    private final String moderatorPassword;

    private ComposeFile(Map<String, Map<String, Object>> services, String moderatorPassword) {
        this.services = services;
        this.moderatorPassword = moderatorPassword;
    }

    static ComposeFile resolved(Path folder) throws IOException, InterruptedException {
        var env = folder.resolve("made.env");
        var made = Commands.run(Map.of(), "deploy/make-env", env.toString());
        assertThat(made.exitCode()).as(made.output()).isZero();
        var config = Commands.run(Map.of(), "docker-compose", "--env-file", env.toString(), "config");
        assertThat(config.exitCode()).as(config.output()).isZero();
        var moderator = made.output()
                .lines()
                .filter(line -> line.contains("user moderator, password "))
                .map(line -> line.substring(line.lastIndexOf(' ') + 1))
                .findFirst()
                .orElseThrow();
        return new ComposeFile(read(config.output()), moderator);
    }

    /** As it stands, names of variables and all. */
    static ComposeFile raw() throws IOException {
        return new ComposeFile(read(Files.readString(Repository.TOP.resolve("docker-compose.yml"))), "");
    }

    private static Map<String, Map<String, Object>> read(String yaml) {
        Map<String, Map<String, Map<String, Object>>> file = new Yaml().load(yaml);
        return Objects.requireNonNull(file.get("services"));
    }

    Map<String, Map<String, Object>> services() {
        return services;
    }

    String moderatorPassword() {
        return moderatorPassword;
    }

    Map<String, String> environment(String service) {
        var all = (Map<?, ?>) Objects.requireNonNull(
                Objects.requireNonNull(services.get(service), service).get("environment"));
        return all.entrySet().stream()
                .collect(Collectors.toMap(
                        entry -> entry.getKey().toString(),
                        entry -> entry.getValue().toString(),
                        (one, other) -> one,
                        LinkedHashMap::new));
    }
}
