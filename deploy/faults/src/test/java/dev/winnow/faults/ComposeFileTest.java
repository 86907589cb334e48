package dev.winnow.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComposeFileTest {

    private static final List<String> SERVICES = List.of("comment-ingest", "moderation-worker", "article-service");

    private final Path folder;

    ComposeFileTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @BeforeEach
    void needsCompose() {
        Commands.assumeThere("docker-compose");
    }

    @Test
    void composeTakesTheFileWithTheSecretsThatMakeEnvMakes() throws Exception {
        var compose = ComposeFile.resolved(folder);

        assertThat(compose.services().keySet())
                .containsAll(SERVICES)
                .contains("kafka", "mongodb", "prometheus", "grafana");
        assertThat(Files.getPosixFilePermissions(folder.resolve("made.env")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void noSecretHasADefault() throws Exception {
        var empty = Files.createFile(folder.resolve("empty.env"));

        var config = Commands.run(Map.of(), "docker-compose", "--env-file", empty.toString(), "config");

        assertThat(config.exitCode()).isNotZero();
        assertThat(config.output()).contains("set it in .env; deploy/make-env makes one");
        assertThat(Files.readString(Repository.TOP.resolve("docker-compose.yml")))
                .doesNotContainPattern("\\$\\{[A-Z_]*(SECRET|PASSWORD|KEY|HASH)[A-Z_]*(:?-|})");
    }

    @Test
    void aSecondMakeEnvChangesNothing() throws Exception {
        ComposeFile.resolved(folder);
        var before = Files.readString(folder.resolve("made.env"));

        var again = Commands.run(
                Map.of(), "deploy/make-env", folder.resolve("made.env").toString());

        assertThat(again.exitCode()).isEqualTo(1);
        assertThat(Files.readString(folder.resolve("made.env"))).isEqualTo(before);
    }

    @Test
    void everyImageIsPinnedAndEveryPortIsOnLoopback() throws Exception {
        for (var service : ComposeFile.resolved(folder).services().entrySet()) {
            if (!SERVICES.contains(service.getKey())) {
                assertThat(String.valueOf(service.getValue().get("image")))
                        .as(service.getKey())
                        .matches(".+:v?\\d+\\.\\d+\\.\\d+");
            }
            var ports = (List<?>) service.getValue().getOrDefault("ports", List.of());
            assertThat(ports)
                    .as(service.getKey())
                    .allMatch(port -> port.toString().startsWith("127.0.0.1:"));
        }
    }

    @Test
    void servicesRunWithLittlePower() throws Exception {
        var compose = ComposeFile.resolved(folder);
        for (var name : SERVICES) {
            assertThat(compose.services().get(name))
                    .as(name)
                    .containsEntry("read_only", true)
                    .containsEntry("cap_drop", List.of("ALL"))
                    .containsEntry("security_opt", List.of("no-new-privileges:true"))
                    .containsKeys("mem_limit", "healthcheck");
        }
        assertThat(Files.readString(Repository.TOP.resolve("deploy/images/Dockerfile")))
                .contains("USER 10001:10001");
    }
}
