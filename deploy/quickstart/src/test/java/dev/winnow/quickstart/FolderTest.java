package dev.winnow.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.winnow.infrastructure.FolderInUse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderTest {

    private final Path path;

    FolderTest(@TempDir Path path) {
        this.path = path;
    }

    @Test
    void aSecretLastsAndIsItsOwnersOnly() throws Exception {
        String secret;
        try (var folder = Folder.take(path)) {
            secret = folder.secret("ingest");
        }

        try (var again = Folder.take(path)) {
            assertThat(again.secret("ingest")).isEqualTo(secret).hasSize(64);
            assertThat(again.secret("sessions")).isNotEqualTo(secret);
        }
        assertThat(Files.getPosixFilePermissions(path.resolve("ingest.secret")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void oneQuickstartHasItAtATime() {
        try (var first = Folder.take(path)) {
            assertThat(first.isDone("demonstration")).isFalse();
            assertThatExceptionOfType(FolderInUse.class).isThrownBy(() -> Folder.take(path));
        }
    }
}
