package dev.winnow.worker.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LatinWordsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "you are an idiot",
                "i do not know what to say about this",
                "buy cheap followers now",
                "ask zubrovska about the music"
            })
    void lettersAreDividedIntoTheLikeliestWords(String words) {
        assertThat(divided(words.replace(" ", ""))).containsExactly(words.split(" "));
    }

    @Property
    void wordsPutTogetherAgainAreTheLetters(
            @ForAll @CharRange(from = 'a', to = 'z') @StringLength(max = 60) String letters) {
        assertThat(String.join("", divided(letters))).isEqualTo(letters);
        assertThat(LatinWords.STANDARD.beginnings(letters).get(0)).isEqualTo(!letters.isEmpty());
    }

    @Test
    void wordsAreCountedOnceAComment() throws IOException {
        var count = new LatinWords.Count();
        for (int i = 0; i < 5; i++) {
            count.add("Don't SHOUT, don't shout. e g");
        }
        count.add("shouting");
        var table = new StringWriter();

        assertThat(count.write(table)).isEqualTo(2);
        assertThat(table).hasToString("dont\t5\nshout\t5\n");
    }

    private static List<String> divided(String letters) {
        var beginnings = LatinWords.STANDARD.beginnings(letters);
        var words = new ArrayList<String>();
        for (int start = 0; start < letters.length(); ) {
            int next = beginnings.nextSetBit(start + 1);
            int end = next < 0 ? letters.length() : next;
            words.add(letters.substring(start, end));
            start = end;
        }
        return words;
    }
}
