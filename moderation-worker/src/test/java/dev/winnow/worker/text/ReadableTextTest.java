package dev.winnow.worker.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What models read: the plain form, unless much of the text is in disguise. */
class ReadableTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Thanks, the 2nd part (see chapter 3.1) helped me a lot!",
                "pip install numpy==1.26.4 gives e.g. an error on my_file.py",
                "I am new to R, so it may be easy for you, but I do not get it",
                "这篇文章写得很好，谢谢作者。",
                "今天天气不错，哈哈哈，我们下午 3 点在老地方见，记得带伞",
                "the book was soooo good"
            })
    void ordinaryTextIsReadAsItIs(String text) {
        assertThat(NormalisedText.readable(text))
                .hasToString(NormalisedText.plain(text).toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            b.u.y. c.h.e.a.p. f.o.l.l.o.w.e.r.s                | buy cheap followers
            b u y  c h e a p  f o l l o w e r s  n o w         | buy cheap followers now
            bu y  ch e ap  fo llo we rs  no w                  | buy cheap followers now
            buuuuy cheeeeap tickeeeets noooow                  | buy cheap tickets now
            y0u 4r3 4 w0rthl3ss p13c3                          | you are 4 worthless piece
            加*微-信.兼_职*日-结                                 | 加微信兼职日结
            """)
    void disguisesAreUndoneAndWordsStayApart(String disguised, String readable) {
        assertThat(NormalisedText.readable(disguised)).hasToString(readable);
    }

    @Test
    void aSpanCoversWhatStoodBetweenTheLetters() {
        var text = NormalisedText.readable("x 加*微-信.兼_职*日-结");

        var span = text.span(text.toString().indexOf('加'), text.toString().indexOf('信') + 1);

        assertThat(span.from()).isEqualTo(2);
        assertThat(span.to()).isEqualTo(7);
    }

    @Test
    void charactersOfOneSoundAreOneSyllable() {
        assertThat(Syllables.of('薇')).isEqualTo(Syllables.of('微')).isPositive();
        assertThat(Syllables.of('信')).isNotEqualTo(Syllables.of('微'));
        assertThat(Syllables.of('a')).isZero();
        assertThat(Syllables.alike('微')).contains("威", "薇").doesNotContain("信");
    }
}
