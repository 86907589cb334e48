package dev.winnow.worker.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.winnow.events.Span;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NormalisedTextTest {

    @ParameterizedTest
    @CsvSource({
        "Hello World, hello world",
        "ＷｅＣｈａｔ１２３, wechat123",
        "𝓯𝓾𝓬𝓴, fuck",
        "ⓢⓟⓐⓜ, spam",
        "🅢🅟🅐🅜, spam",
        "🅰🅱, ab",
        "⒮⒫⒜⒨, spam",
        "丷, v",
        "τωо ҝeƅaб, two kebab",
        "🇻 🇽, v x",
        "1️⃣2️⃣3️⃣, 123",
        "❶❷⑩, 1210",
        "ѕрам, spam",
        "ВІТСН, bitch",
        "café, cafe",
        "f̶u̶c̶k̶, fuck",
        "s\u200Bp\u200Da\u2060m, spam",
        "加薇\u200B信, 加薇信",
        "傻̷逼̷, 傻逼",
        "臺灣開發票, 台湾开发票",
        "ꜱᴍᴀʟʟ ᴄᴀᴘɪᴛᴀʟꜱ, small capitals",
        "sooooooo goooood, soo good",
        "哈哈哈哈哈哈, 哈哈",
        "10000, 10000",
        "你好！！！！, 你好!!",
        "www。spam。com, www.spam.com",
        "㊙, 秘",
        "한국어, 한국어",
        "か, か",
        "\u202Eabc, abc",
    })
    void thePlainFormTakesOffDisguises(String text, String plain) {
        assertThat(NormalisedText.plain(text)).hasToString(plain);
    }

    @ParameterizedTest
    @CsvSource({
        "f u c k you, fuck you",
        "f.u.c.k, fuck",
        "f*u-c.k off, fuck off",
        "加 微 信, 加微信",
        "加。微。信。, 加微信.",
        "傻*逼, 傻逼",
        "力口微信, 加微信",
        "氵 显, 湿",
        "女子好的, 女子好的",
        "一三八零零一三八零零零, 13800138000",
        "7柒2零, 7720",
        "二三十个, 二三十个",
        "大陆五一, 大陆五一",
        "加 v 信, 加v信",
        "fuuuuuck, fuck",
        "sh1t, shit",
        "$h!t, shit",
        "a$$hole, asshole",
        "@sshole, asshole",
        "well done, well done",
        "I am a man, i am a man",
        "100kg, 100kg",
        "shit!, shit!",
        "你好。再见, 你好.再见",
    })
    void theCompactFormAlsoUndoesWhatIsMostlyDisguise(String text, String compact) {
        assertThat(NormalisedText.compact(text)).hasToString(compact);
    }

    @Test
    void aStretchOfTheNormalisedTextPointsAtTheOriginal() {
        var text = "😀 x 加\u200B薇̶信 Ａ１";
        var plain = NormalisedText.plain(text);
        int start = plain.toString().indexOf("加");

        var span = plain.span(start, start + 3);

        assertThat(text.substring(span.from(), span.to())).isEqualTo("加\u200B薇̶信");
    }

    @Test
    void oneCharacterThatBecomesSeveralIsPointedAtAsAWhole() {
        var plain = NormalisedText.plain("a㍿b");

        assertThat(plain).hasToString("a株式会社b");
        assertThat(plain.span(2, 3)).isEqualTo(new Span(1, 2));
    }

    @Test
    void aStretchedLetterCoversAllItsRepetitions() {
        var compact = NormalisedText.compact("fuuuuuck!");

        var span = compact.span(0, 4);

        assertThat(span).isEqualTo(new Span(0, 8));
    }

    @Test
    void loneSurrogatesAreReplacedAndNothingIsLostBehindThem() {
        assertThat(NormalisedText.plain("a\uD83Db\uDE00c")).hasToString("a\uFFFDb\uFFFDc");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a@", "a$ ", "4bcd ", "a*@ ", "a. ", "加.", "亻", "\u0301", "a b c   ", "abcd abcd  ", "零", "@"})
    void aMillionCharactersTakeNoLongerThanTheyMust(String unit) {
        var text = unit.repeat(1_000_000 / unit.length());

        // Far beyond what linear work needs on a slow machine, and far below what quadratic work does on a fast one.
        assertTimeoutPreemptively(Duration.ofSeconds(30), () -> NormalisedText.forms(text));
    }
}
