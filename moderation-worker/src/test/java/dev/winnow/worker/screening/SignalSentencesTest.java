package dev.winnow.worker.screening;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.events.Signal;
import dev.winnow.worker.screening.lists.Term;
import dev.winnow.worker.screening.lists.TermFile;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SignalSentencesTest {

    @ParameterizedTest
    @EnumSource(SignalName.class)
    void everySignalHasASentenceInBothLanguages(SignalName name) {
        var signal = signal(name, Map.of());

        assertThat(SignalSentences.of(signal, Locale.ENGLISH))
                .isNotEqualTo(name.word())
                .isNotBlank();
        assertThat(SignalSentences.of(signal, Locale.SIMPLIFIED_CHINESE))
                .isNotEqualTo(name.word())
                .matches(s -> s.codePoints().anyMatch(Character::isIdeographic));
    }

    @Test
    void factsAreNamedAndTranslated() {
        var signal = signal(
                SignalName.LISTED_TERM,
                Map.of("term", "$1{entry}", "kind", "gambling", "entry", "spam-zh.gambling.001"));

        assertThat(SignalSentences.of(signal, Locale.CHINA)).isEqualTo("“$1{entry}”在“赌博”词表中（条目 spam-zh.gambling.001）");
        assertThat(SignalSentences.of(signal, Locale.US)).contains("“$1{entry}”", "gambling");
    }

    @Test
    void everyKindOfEveryListHasAName() {
        var kinds = Stream.of("spam-zh", "spam-en", "abuse-zh", "abuse-en")
                .flatMap(file -> TermFile.read("/screening/" + file + ".tsv").stream())
                .map(Term::kind)
                .distinct();

        assertThat(kinds)
                .allSatisfy(kind -> assertThat(SignalSentences.of(
                                signal(SignalName.LISTED_TERM, Map.of("term", "t", "kind", kind, "entry", "e")),
                                Locale.CHINA))
                        .doesNotContain(kind));
    }

    @Test
    void aSignalOfANewerReleaseIsNamed() {
        var signal = new Signal("from-the-future", Signal.Category.SPAM, 1, Signal.Field.TEXT, List.of(), Map.of());

        assertThat(SignalSentences.of(signal, Locale.CHINA)).isEqualTo("from-the-future");
    }

    private static Signal signal(SignalName name, Map<String, String> facts) {
        return new Signal(name.word(), Signal.Category.SPAM, 1, Signal.Field.TEXT, List.of(), facts);
    }
}
