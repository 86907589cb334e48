package dev.winnow.worker.text;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Emoji as the words that they stand for. */
class EmojiWordsTest {

    @Example
    void eachIsSpelledOutInTheLanguageAskedFor() {
        assertThat(EmojiWords.ENGLISH.spelled("you 🐍")).isEqualTo("you  snake ");
        assertThat(EmojiWords.CHINESE.spelled("你是🐔吧")).isEqualTo("你是鸡吧");
    }

    @Example
    void theSameInARowIsSpelledOutOnce() {
        assertThat(EmojiWords.CHINESE.spelled("🐶🐶🐶🐷🐶")).isEqualTo("狗猪狗");
    }

    @Property
    void whatIsNoEmojiStaysAndNothingThrows(@ForAll String text) {
        var known = text.codePoints()
                .filter(c -> !EmojiWords.ENGLISH.spelled(Character.toString(c)).equals(Character.toString(c)))
                .count();
        assertThat(EmojiWords.ENGLISH.spelled(text).equals(text)).isEqualTo(known == 0);
    }
}
