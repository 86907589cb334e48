package dev.winnow.worker.secondopinion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.winnow.events.Decider;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpinionNoteTest {

    private static final Decider OPINION = new Decider(Decider.Kind.OPINION, "second-1a2b3c4d");

    @Property
    void isReadAsItWasWritten(
            @ForAll @DoubleRange(min = 0, max = 1) double spam, @ForAll @DoubleRange(min = 0, max = 1) double abuse) {
        var read = OpinionNote.of(OPINION, new OpinionNote(spam, abuse).text()).orElseThrow();

        assertThat(read.spam()).isCloseTo(spam, within(0.005001));
        assertThat(read.abuse()).isCloseTo(abuse, within(0.005001));
    }

    @Test
    void isAPersonsWordsWhereAPersonWroteIt() {
        var moderator = new Decider(Decider.Kind.MODERATOR, "lilei");

        assertThat(OpinionNote.of(moderator, "spam 0.10, abuse 0.20")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "spam", "spam 0.10", "spam 0.1, abuse 0.2", "spam 0.10, abuse 0.20 and more", "垃圾 0.10"})
    void isNotMadeOfOtherWords(String note) {
        assertThat(OpinionNote.of(OPINION, note)).isEmpty();
    }

    @Test
    void isNotThereWithoutANote() {
        assertThat(OpinionNote.of(OPINION, null)).isEmpty();
    }
}
