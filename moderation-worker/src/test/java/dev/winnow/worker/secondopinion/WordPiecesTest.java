package dev.winnow.worker.secondopinion;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class WordPiecesTest {

    private static final int BEGIN = 1;
    private static final int END = 2;

    private final WordPieces pieces =
            vocabulary("[UNK]", "[CLS]", "[SEP]", "un", "##believ", "##able", "!", "微", "信", "a", "b");

    @Test
    void takesTheLongestPieces() {
        assertThat(pieces.ids("unbelievable!")).containsExactly(BEGIN, 3, 4, 5, 6, END);
    }

    @Test
    void hanCharactersAndSignsStandAlone() {
        assertThat(pieces.ids("a微信b")).containsExactly(BEGIN, 9, 7, 8, 10, END);
        assertThat(pieces.ids("a!b")).containsExactly(BEGIN, 9, 6, 10, END);
    }

    @Test
    void aWordThatCannotBeSplitIsUnknownAsAWhole() {
        assertThat(pieces.ids("unx a")).containsExactly(BEGIN, 0, 9, END);
        assertThat(pieces.ids("a".repeat(101))).containsExactly(BEGIN, 0, END);
    }

    @Test
    void invisibleCharactersAreNotThere() {
        assertThat(pieces.ids("un\u200bbeliev\u0007able")).containsExactly(BEGIN, 3, 4, 5, END);
    }

    @Test
    void ofALongTextItsBeginningAndItsEndAreRead() {
        var ids = pieces.ids("a ".repeat(100) + "b ".repeat(100));

        assertThat(ids).hasSize(WordPieces.HEAD + WordPieces.TAIL);
        assertThat(ids[WordPieces.HEAD - 1]).isEqualTo(9);
        assertThat(ids[WordPieces.HEAD]).isEqualTo(10);
        assertThat(ids[ids.length - 1]).isEqualTo(END);
    }

    @Property
    void takesAnyText(@ForAll String text) {
        assertThat(pieces.ids(text)).hasSizeBetween(2, WordPieces.HEAD + WordPieces.TAIL);
    }

    private static WordPieces vocabulary(String... pieces) {
        try {
            return WordPieces.read(
                    new ByteArrayInputStream(String.join("\n", pieces).getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
