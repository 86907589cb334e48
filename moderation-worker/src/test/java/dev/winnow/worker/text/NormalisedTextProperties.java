package dev.winnow.worker.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for any string at all. */
class NormalisedTextProperties {

    static final List<String> ODD = List.of(
            "\uD800",
            "\uDFFF",
            "\u200B",
            "\u202E",
            "\u0301",
            "\u0336",
            "\uFEFF",
            "\uFE0F",
            "\u20E3",
            "\u0000",
            "\n",
            "\u00A0",
            "\uFDFA",
            "ß",
            "İ",
            "微",
            "薇",
            "Ａ",
            "𝓈",
            "🅰",
            "🇨",
            "①",
            "㍿",
            "龍",
            "か\u3099",
            "а",
            "1",
            "$",
            "!",
            "a",
            "b",
            "aaa",
            "啊",
            " ",
            ".",
            "*",
            "😀",
            "👨‍👩‍👧",
            "נ",
            "ก",
            "한",
            "亻",
            "尔",
            "力",
            "口",
            "柒",
            "〇",
            "一",
            "7",
            "@",
            "|",
            " * ",
            "τ",
            "jia",
            "weixin",
            "家",
            "威性",
            "5h",
            "-",
            "www.");

    @Provide
    Arbitrary<String> texts() {
        var anything = Arbitraries.strings().all().ofMaxLength(40);
        var odd = Arbitraries.of(ODD).list().ofMaxSize(40).map(parts -> String.join("", parts));
        var points = Arbitraries.integers()
                .between(0, Character.MAX_CODE_POINT)
                .list()
                .ofMaxSize(20)
                .map(all -> all.stream().map(Character::toString).reduce("", String::concat));
        return Arbitraries.oneOf(anything, odd, points);
    }

    @Property
    void everyCharacterKnowsAStretchOfTheOriginalAndTheStretchesGoForward(@ForAll("texts") String text) {
        for (var form : all(text)) {
            for (int i = 0; i < form.length(); i++) {
                assertThat(form.from(i)).isNotNegative().isLessThan(form.to(i));
                assertThat(form.to(i)).isLessThanOrEqualTo(text.length());
                if (i > 0) {
                    assertThat(form.from(i)).isGreaterThanOrEqualTo(form.from(i - 1));
                    assertThat(form.to(i)).isGreaterThanOrEqualTo(form.to(i - 1));
                }
            }
        }
    }

    @Property
    void normalisingWhatIsNormalisedChangesNothing(@ForAll("texts") String text) {
        var once = NormalisedText.plain(text).toString();

        assertThat(NormalisedText.plain(once).toString()).isEqualTo(once);
    }

    @Property
    void noFormGrowsBeyondItsBound(@ForAll("texts") String text) {
        for (var form : all(text)) {
            assertThat(form.length()).isLessThanOrEqualTo(text.length() * CharacterTable.LONGEST);
        }
    }

    @Property
    void noFormHoldsControlCharactersLoneSurrogatesOrRunsOfSpaces(@ForAll("texts") String text) {
        for (var form : all(text)) {
            assertThat(form.toString().chars()).noneMatch(c -> c < ' ');
            assertThat(form.toString().codePoints()).noneMatch(c -> c >= 0xD800 && c <= 0xDFFF);
        }
        assertThat(NormalisedText.plain(text).toString()).doesNotContain("  ");
    }

    @Property
    void thePlainFormIsTheSameWithTheOthersAndAlone(@ForAll("texts") String text) {
        assertThat(NormalisedText.forms(text).plain())
                .hasToString(NormalisedText.plain(text).toString());
    }

    private static List<NormalisedText> all(String text) {
        var forms = NormalisedText.forms(text);
        return List.of(forms.plain(), forms.compact(), forms.undisguised());
    }
}
