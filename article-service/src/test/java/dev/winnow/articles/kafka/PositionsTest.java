package dev.winnow.articles.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class PositionsTest {

    @Property
    void whatIsWrittenIsRead(
            @ForAll @Size(min = 1, max = 64) long @LongRange(min = 0, max = 999_999_999_999_999_999L) [] next) {
        var positive = Arrays.stream(next)
                .map(n -> Math.floorMod(n, 1_000_000_000_000_000_000L))
                .toArray();

        var positions = Positions.of(positive);

        assertThat(Positions.parse(positions.toString())).contains(positions);
        assertThat(positions.toString()).matches("[0-9.]+");
    }

    @Test
    void nonsenseIsRefused() {
        assertThat(Positions.parse("")).isEmpty();
        assertThat(Positions.parse("-1")).isEmpty();
        assertThat(Positions.parse("1.")).isEmpty();
        assertThat(Positions.parse("1..2")).isEmpty();
        assertThat(Positions.parse("1.x")).isEmpty();
        assertThat(Positions.parse("9999999999999999999")).isEmpty();
        assertThat(Positions.parse("1.".repeat(3000) + "1")).isEmpty();
    }

    @Test
    void aPartitionThatIsNotNamedHasEverythingStillToCome() {
        assertThat(Positions.of(5).at(1)).isZero();
    }
}
