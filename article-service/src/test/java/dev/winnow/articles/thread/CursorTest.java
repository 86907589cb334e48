package dev.winnow.articles.thread;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

class CursorTest {

    @Property
    void whatIsWrittenIsRead(
            @ForAll @LongRange(min = -62_135_596_800_000L, max = 253_402_300_799_999L) long millis,
            @ForAll long high,
            @ForAll long low) {
        var cursor = new Cursor(Instant.ofEpochMilli(millis), new UUID(high, low).toString());

        assertThat(Cursor.parse(cursor.text())).contains(cursor);
        assertThat(cursor.text()).matches("[A-Za-z0-9_-]{32}");
    }

    @Property
    void anythingElseIsRefusedOrReadAsAPlace(@ForAll String text) {
        assertThat(Cursor.parse(text))
                .satisfiesAnyOf(
                        c -> assertThat(c).isEmpty(),
                        c -> assertThat(c.orElseThrow().text()).isEqualTo(text));
    }
}
