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
                "今天 天气不错，哈哈哈，我们 3 点见",
                "the book was soooo good",
                "i'll c u there, well-known as my U.S. friends are",
                "我用的是 4k 电视, 5g 网, 1080p 的也行, 下午 3 点见",
                "不一定哦~可能~是吧~~ (笑)",
                "杜月笙别墅坐落在莫干山后山腰的山谷中，环境非常幽静",
                "she can hang long songs, and he can pin a man in a den",
                "我在 wifi 下看 app 里的 ppt，打 dota 的朋友叫 danny",
                "我们用 can 总线，主机装 linux，日志在 da 目录",
                "grades: A B C, then D",
                "sure you are here, like me",
                "made in china",
                "why are you here",
                "我爱 song 也爱 dance",
                "Meet @anna_b and @tom at 5pm, $40 each, call 083-5550-199"
            })
    void ordinaryTextIsReadAsItIs(String text) {
        assertThat(NormalisedText.readable(text))
                .hasToString(NormalisedText.plain(text).toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '→', textBlock = """
            b.u.y. c.h.e.a.p. f.o.l.l.o.w.e.r.s                → buy cheap followers
            b_u_y c-h-e-a-p f*o*l*l*o*w*e*r*s*, n.o.w          → buy cheap followers, now
            b-u-y- -c-h-e-a-p-,- -n-o-w                        → buy cheap, now
            b*u-y. |c_h/e.a·p~ |n*o_w                          → buy cheap now
            b u y  c h e a p  f o l l o w e r s  n o w         → buy cheap followers now
            b u y   c h e a p ,   y o u ' l l   s e e          → buy cheap, you'll see
            b u y c h e a p f o l l o w e r s n o w            → buy cheap followers now
            w h y d o n't y o u b u y f r o m m e              → why dont you buy from me
            d o n't   w a i t   b u y   c h e a p   o n e s    → dont wait buy cheap ones
            b*u. y   c h*e-a. p   f_o *l-l_o~w. e*r s   n-o*w  → buy cheap followers now
            b u y cheap f o l l o w e r s from m e now         → buy cheap followers from m e now
            bu y  ch e ap  fo llo we rs  no w                  → buy cheap followers now
            che.ap fol_low*ers, o-n.ly her-e                   → cheap followers, only here
            buuuuy cheeeeap tickeeeets noooow                  → buy cheap tickets now
            y0u 4r3 4 w0rthl3ss l0s3r                          → you are 4 worthless loser
            $h!7, 7h3 v1ll@93 1d10t 11k35 83er                 → shit, the village idiot likes beer
            7h3y p@y $40 @nd 12,500 4 80y                      → they pay $40 and 12,500 4 boy
            n|e|v|e|r b|u|y                                    → never buy
            加*微-信.兼_职*日-结                                 → 加微信兼职日结
            加 * 微 * 信 * 兼 * 职 * 日 * 结                     → 加微信兼职日结
            加 微 信，兼 职 日 结                                → 加微信兼职日结
            亻尔 丁页 白勺 视频，力口 我                          → 你顶的视频,加我
            亻 尔 力 口 彳 艮                                  → 你加很
            加|微|信，兼职日结，手-机*就能做                      → 加微信,兼职日结,手机就能做
            尼德垒比幽闻提阿，部栋咎瘪虾硕                         → 你的类比有问题啊,不懂就别瞎说
            jia weixin，zhuanqian hen kuai                     → 加微信,赚钱很快
            jiaweixinzaijiajiunengzuo                          → 加微信在家就能做
            加wei信，赚qian很kuai                              → 加微信,赚钱很快
            他 hen 会赚 qian 的 zhao 他                        → 他很会赚钱的找他
            PLACE 家 ju 店 DIGIT 折 you 惠欢 ying 光临 MALL      → place 家具店 digit 折优惠欢迎光临 mall
            """)
    void disguisesAreUndoneAndWordsStayApart(String disguised, String readable) {
        assertThat(NormalisedText.readable(disguised)).hasToString(readable);
    }

    @Test
    void whatCharactersThatBecomeSeveralMakeLongIsNotReadByItsSound() {
        assertThat(NormalisedText.readable("㍿".repeat(10_000)))
                .hasToString(NormalisedText.plain("㍿".repeat(10_000)).toString());
    }

    @Test
    void whatTakesTwoCharactersIsNeverHalved() {
        assertThat(NormalisedText.readable("i👨\u200D👩\u200D👧i😀i").toString().codePoints())
                .noneMatch(c -> c >= 0xD800 && c <= 0xDFFF);
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
