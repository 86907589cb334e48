package dev.winnow.worker.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

    @Test
    void itsTextNamesThePlace() {
        var cursor = new Cursor(Instant.parse("1969-12-31T23:59:59.123Z"), "一 b");

        assertThat(Cursor.read(cursor.text())).hasValue(cursor);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "%%", "MTIz", "bm90IGEgbnVtYmVyIHg", "OTk5OTk5OTk5OTk5OTk5OTk5OTk5OSB4"})
    void whatNobodyWasGivenNamesNoPlace(String text) {
        assertThat(Cursor.read(text)).isEmpty();
    }
}
