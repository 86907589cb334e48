package dev.winnow.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LauncherTest {

    @ParameterizedTest
    @CsvSource({"1.8, 8", "9, 9", "11, 11", "17, 17", "25, 25", "'', 0"})
    void readsVersionsAsOldAndNewJavaGivesThem(String version, int feature) {
        assertThat(Launcher.feature(version)).isEqualTo(feature);
    }

    @Test
    void saysInOneLineWhichJavaIsTooOld() {
        assertThat(Launcher.tooOld("11", "/usr/lib/jvm/11"))
                .contains("Java 17 or newer", "Java 11", "/usr/lib/jvm/11")
                .doesNotContain("\n");
    }
}
