package dev.winnow.worker.screening.lists;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class TermAutomatonTest {

    @Provide
    Arbitrary<List<String>> patterns() {
        return Arbitraries.strings()
                .withChars("ab傻")
                .ofMinLength(1)
                .ofMaxLength(4)
                .list()
                .uniqueElements()
                .ofMaxSize(12);
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings().withChars("ab傻c").ofMaxLength(30);
    }

    @Property
    void findsExactlyWhatASearchForEachPatternFinds(
            @ForAll("patterns") List<String> patterns, @ForAll("texts") String text) {
        var found = new ArrayList<String>();

        TermAutomaton.of(patterns).find(text, (pattern, start, end) -> found.add(patterns.get(pattern) + "@" + start));

        var expected = new TreeSet<String>();
        for (var pattern : patterns) {
            for (int i = text.indexOf(pattern); i >= 0; i = text.indexOf(pattern, i + 1)) {
                expected.add(pattern + "@" + i);
            }
        }
        assertThat(found).doesNotHaveDuplicates();
        assertThat(new TreeSet<>(found)).isEqualTo(expected);
    }

    @Test
    void holdsManyPatterns() {
        var patterns = new ArrayList<String>();
        for (int i = 0; i < 20_000; i++) {
            patterns.add("词" + Integer.toString(i * 7919, 36));
        }
        var found = new ArrayList<Integer>();

        TermAutomaton.of(patterns).find("x" + patterns.get(12_345) + "!", (pattern, start, end) -> found.add(pattern));

        assertThat(found).contains(12_345);
    }
}
