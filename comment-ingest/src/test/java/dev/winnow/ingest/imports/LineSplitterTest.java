package dev.winnow.ingest.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;

class LineSplitterTest {

    private static final int LONGEST = 8;

    @Property
    void howItArrivesInPiecesMakesNoDifference(
            @ForAll @CharRange(from = '\n', to = '\r') @StringLength(max = 60) String text,
            @ForAll @IntRange(min = 1, max = 20) int piece) {
        var expected = new ArrayList<String>();
        var rest = text;
        for (var end = rest.indexOf('\n'); end >= 0; end = rest.indexOf('\n')) {
            expected.add(rest.substring(0, end));
            rest = rest.substring(end + 1);
        }
        if (!rest.isEmpty()) {
            expected.add(rest);
        }

        var lines = split(text, piece);

        assertThat(lines).hasSameSizeAs(expected);
        for (int i = 0; i < expected.size(); i++) {
            var bytes = lines.get(i).bytes();
            assertThat(lines.get(i).number()).isEqualTo(i + 1);
            assertThat(bytes == null ? "too long" : new String(bytes, UTF_8))
                    .isEqualTo(expected.get(i).length() > LONGEST ? "too long" : expected.get(i));
        }
    }

    @Test
    void aLineThatIsTooLongIsOneLineAndTheNextIsGood() {
        var lines = split("123456789\n12345678\n", 3);

        assertThat(lines).hasSize(2);
        assertThat(lines.get(0).bytes()).isNull();
        assertThat(lines.get(1).bytes()).isEqualTo("12345678".getBytes(UTF_8));
    }

    @Test
    void blankLinesAreKnown() {
        assertThat(split(" \t\r\nx\n", 100)).extracting(Line::isBlank).containsExactly(true, false);
    }

    private static List<Line> split(String text, int piece) {
        var splitter = new LineSplitter(LONGEST);
        var bytes = text.getBytes(UTF_8);
        var lines = new ArrayList<Line>();
        for (int from = 0; from < bytes.length; from += piece) {
            var to = Math.min(bytes.length, from + piece);
            var buffer = DefaultDataBufferFactory.sharedInstance.wrap(Arrays.copyOfRange(bytes, from, to));
            lines.addAll(splitter.split(buffer));
        }
        lines.addAll(splitter.end());
        return lines;
    }
}
