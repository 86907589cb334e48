package dev.winnow.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuickstartSettingsTest {

    @Test
    void withoutArgumentsEverythingRunsOnTheKnownPorts() {
        var settings = QuickstartSettings.of();

        assertThat(settings.dir()).isEqualTo(Path.of(".winnow/quickstart").toAbsolutePath());
        assertThat(settings.demo()).isTrue();
        assertThat(settings.onlyInfrastructure()).isFalse();
        assertThat(settings.kafkaPort()).isEqualTo(9092);
        assertThat(settings.storePort()).isEqualTo(27017);
        assertThat(settings.ingestPort()).isEqualTo(8080);
        assertThat(settings.workerPort()).isEqualTo(8081);
        assertThat(settings.articlesPort()).isEqualTo(8082);
    }

    @Test
    void whatIsNotItsOwnIsForTheServices() {
        var settings = QuickstartSettings.of(
                "--winnow.quickstart.demo=false", "--winnow.ingest.limits.enabled=false", "--a=b=c", "--debug");

        assertThat(settings.demo()).isFalse();
        assertThat(settings.forServices())
                .hasSize(3)
                .containsEntry("winnow.ingest.limits.enabled", "false")
                .containsEntry("a", "b=c")
                .containsEntry("debug", "true");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--winnow.quickstart.port=1",
                "--winnow.quickstart.demo=no",
                "--winnow.quickstart.only=kafka",
                "--winnow.quickstart.store-port=65536",
                "--winnow.quickstart.store-port=-1",
                "--winnow.quickstart.dir=\0",
                "--server.port=1",
                "--server.address=0.0.0.0",
                "-x"
            })
    void whatItCannotFollowIsSaidInOneLine(String argument) {
        assertThatExceptionOfType(CannotStart.class)
                .isThrownBy(() -> QuickstartSettings.of(argument))
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n"));
    }
}
