package dev.winnow.ingest.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PastTimeTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2025-07-01T00:00:00Z"), ZoneOffset.UTC);

    @ParameterizedTest
    @CsvSource({
        "2025-06-21T00:36:49+08:00, 2025-06-20T16:36:49Z",
        "2025-06-21T00:36:49Z, 2025-06-21T00:36:49Z",
        "2025-06-21t00:36:49.123456z, 2025-06-21T00:36:49.123Z",
        "2025-06-21T00:36:49-00:30, 2025-06-21T01:06:49Z",
        "2024-02-29T23:59:59Z, 2024-02-29T23:59:59Z",
    })
    void aTimeIsReadWithItsOffset(String text, String time) {
        assertThat(PastTime.problem(text, CLOCK)).isNull();
        assertThat(PastTime.parse(text)).isEqualTo(time);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "yesterday",
                "2025-06-21",
                "2025-06-21T00:36:49",
                "2025-06-21T00:36Z",
                "2025-13-01T00:00:00Z",
                "2025-02-29T00:00:00Z",
                "1750437409",
                "1969-12-31T23:59:59Z",
                "2025-07-01T00:02:00Z",
                "+12025-01-01T00:00:00Z",
                "2025-06-21T00:36:49+25:00"
            })
    void whatIsNoPastTimeIsRefused(String text) {
        assertThat(PastTime.problem(text, CLOCK)).isNotNull();
    }

    @Property
    void nothingMakesItThrow(@ForAll String text) {
        assertThat(PastTime.parse(text)).isNotNull();
    }
}
