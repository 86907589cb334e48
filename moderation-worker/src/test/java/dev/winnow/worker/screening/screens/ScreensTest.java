package dev.winnow.worker.screening.screens;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.events.Author;
import dev.winnow.events.Comment;
import dev.winnow.events.Policy;
import dev.winnow.events.Signal;
import dev.winnow.events.Span;
import dev.winnow.events.Status;
import dev.winnow.worker.classifier.Classifier;
import dev.winnow.worker.screening.Comments;
import dev.winnow.worker.screening.Context;
import dev.winnow.worker.screening.Screen;
import dev.winnow.worker.screening.Subject;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScreensTest {

    @Nested
    class Links {

        private final Screen screen = new LinkScreen();

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "look at this one http://bit.ly/abc it is great | shortened-link | http://bit.ly/abc",
                    "free films at http://192.168.7.9/x for all of you | number-link | http://192.168.7.9/x",
                    "log in at https://xn--pypal-4ve.com/login please, dear customers | lookalike-link | https://xn--pypal-4ve.com/login",
                    "log in at pаypal.com please, dear customers of the bank | lookalike-link | pаypal.com",
                    "😀 www.example.com/x | link-with-little-text | www.example.com/x",
                    "点这里 www。spam。com | link-with-little-text | www。spam。com",
                })
        void tellsOfALinkAndPointsAtIt(String text, String name, String place) {
            var signal = only(screen, Comments.saying(text), name);

            assertThat(textsOf(signal, text)).containsExactly(place);
        }

        @Test
        void countsManyLinks() {
            var text = "see http://a.com and http://b.com and also www.c.com/x?y=1 for more about it";

            var signal = only(screen, Comments.saying(text), "many-links");

            assertThat(signal.facts()).containsEntry("count", "3");
            assertThat(textsOf(signal, text)).containsExactly("http://a.com", "http://b.com", "www.c.com/x?y=1");
        }

        @Test
        void aLinkInTheNameIsTold() {
            var comment = Comments.by(new Author("casino-777.com", null, null, false), "nice post", null);

            assertThat(names(screen, comment)).contains("link-in-name");
        }

        @Test
        void theAuthorsOwnPageIsLookedAtToo() {
            var comment = Comments.by(new Author("Ann", null, null, false), "nice post", "http://bit.ly/2x");

            assertThat(names(screen, comment)).containsExactly("shortened-link");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "The paper is at https://arxiv.org/abs/1706.03762, worth reading",
                    "call math.log(x) and df.head() first, then os.path.join",
                    "version 3.2.1 came out on 2024.05.06",
                    "write to ann@example.com if you like the idea",
                    "第3.2节讲得很清楚。下一节呢",
                })
        void oneLinkAndThingsWithDotsAreNoSignal(String text) {
            assertThat(names(screen, Comments.saying(text))).isEmpty();
        }
    }

    @Nested
    class Contacts {

        private final Screen screen = new ContactScreen();

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "加微信 abc123456 | 加微信 abc123456",
                    "需要的加 V：tt_8899 | 加 V：tt_8899",
                    "薇\u200B信：ab_cd123 | 薇\u200B信：ab_cd123",
                    "加。微。信 wx55667 | 加。微。信 wx55667",
                    "力口 V 亻言 ab_8899 | 力口 V 亻言 ab_8899",
                    "丷信：一三八零零一三八零零零 | 丷信：一三八零零一三八零零零",
                    "ＱＱ：１２３４５６７８ | ＱＱ：１２３４５６７８",
                    "Telegram: @best_trader99 now | Telegram: @best_trader99",
                    "message me on WhatsApp +15551234567 | WhatsApp +15551234567",
                })
        void anAccountBehindItsCueIsToldAndPointedAt(String text, String place) {
            var signal = only(screen, Comments.saying(text), "contact-detail");

            assertThat(signal.strength()).isGreaterThan(0.55);
            assertThat(textsOf(signal, text)).containsExactly(place);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "call 1-888-555-0199 today",
                    "电话13812345678",
                    "一三八一二三四五六七八",
                    "壹叁捌1贰叁肆伍陆柒八",
                    "+44 20 7946 0958 is it"
                })
        void aTelephoneNumberIsTold(String text) {
            assertThat(names(screen, Comments.saying(text))).contains("phone-number");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "微信支付很方便",
                    "我和他是微信好友",
                    "政府的威信受损了",
                    "腾讯的QQ当年很火，2003年我就用了",
                    "飞机晚点了三个小时",
                    "联系我们Copyright1999-2008",
                    "订单号20240506123456789，一直没发货",
                    "It happened between 1990 and 2015, 1234567 people",
                })
        void talkOfAppsAndNumbersIsNone(String text) {
            assertThat(names(screen, Comments.saying(text))).isEmpty();
        }
    }

    @Nested
    class Noise {

        private final Screen screen = new NoiseScreen();

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "THIS IS THE WORST THING THAT I HAVE SEEN IN MY LIFE | shouting",
                    "really!!!!!!!!!!!!!!!! | punctuation-run",
                    "dfgkjhwrt qwrtpsdfg zxcvbnmk | random-letters",
                })
        void isTold(String text, String name) {
            assertThat(names(screen, Comments.saying(text))).containsExactly(name);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"NASA and the ESA", "Why?!", "Use strlcpy and sprintf here, please", "哈哈哈哈哈哈", "Krzysztof"})
        void abbreviationsAndNamesAreNone(String text) {
            assertThat(names(screen, Comments.saying(text))).isEmpty();
        }
    }

    @Nested
    class TheFirstModel {

        private final Screen screen = new ClassifierScreen(Classifier.standard());

        @Test
        void countsTheWorseOfTwoReadingsWhereALittleMayBeDisguise() {
            var clean = "Online typing, ad posting, form filling, copy paste";
            var disguised = "O+nline typing, ad posting, fo^rm filling, co^py paste";

            assertThat(only(screen, Comments.saying(disguised), "model-spam").strength())
                    .isGreaterThanOrEqualTo(
                            only(screen, Comments.saying(clean), "model-spam").strength());
        }
    }

    @Nested
    class Disguises {

        private final Screen screen = new DisguiseScreen();

        @ParameterizedTest
        @ValueSource(strings = {"bu\u200By n\u200Bo\u200Bw", "𝓫𝓾𝔂 now", "сhеар stuff аll", "b̷̸̶͑u̷̸̶͑y̷̸̶͑ it"})
        void areTold(String text) {
            assertThat(names(screen, Comments.saying(text))).containsExactly("disguised-letters");
        }

        @ParameterizedTest
        @CsvSource(delimiter = '→', textBlock = """
                b*u-y c.h_e*a-p t-i.c*k_e-t*s now → 0.5
                bu*y ch-eap ti~cket now           → 0.3
                """)
        void wordsBrokenBySignsAreToldMoreStronglyTheMoreThereAre(String text, double strength) {
            var signal = only(screen, Comments.saying(text), "broken-words");

            assertThat(signal.strength()).isEqualTo(strength);
            assertThat(textsOf(signal, text)).allMatch(sign -> sign.matches("[*.~_-]"));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "well-known co-op, x*y, a_b and foo.bar at https://a-b.example/c_d",
                    "R.I.P. to the U.S. A.F.",
                    "café crème à la carte",
                    "Привет, как дела?",
                    "👨‍👩‍👧 family",
                    "Ｈｅｌｌｏ　ｗｏｒｌｄ",
                    "α and β decay",
                    "Tiếng Việt rất đẹp"
                })
        void otherLanguagesAndEmojiAreNone(String text) {
            assertThat(names(screen, Comments.saying(text))).isEmpty();
        }
    }

    @Nested
    class Repetition {

        private final Screen screen = new RepetitionScreen();

        @Test
        void theSamePassageOverAndOverIsTold() {
            assertThat(names(screen, Comments.saying("买它买它快来我的店里看看吧！".repeat(8))))
                    .containsExactly("repeated-passage");
        }

        @Test
        void theSameTextByTheSameAuthorIsToldMoreStronglyEachTime() {
            var text = "Visit my wonderful shop today";
            var once = only(
                    screen,
                    Comments.saying("visit MY wonderful shop, today!"),
                    Comments.history(text, Status.APPROVED));
            var often = only(
                    screen,
                    Comments.saying(text),
                    Comments.history(text, Status.APPROVED, Status.APPROVED, Status.APPROVED));

            assertThat(once.name()).isEqualTo("repeated-comment");
            assertThat(once.strength()).isLessThan(0.5);
            assertThat(often.strength()).isGreaterThan(0.7);
            assertThat(often.facts()).containsEntry("count", "3");
        }

        @Test
        void thanksMayBeSaidTwice() {
            assertThat(screen.look(subject(Comments.saying("谢谢分享"), Comments.history("谢谢分享", Status.APPROVED))))
                    .isEmpty();
        }

        @Test
        void aLongTextIsNotRepetitive() {
            var text =
                    "The first paragraph explains the data, the second the model, and the third what came of both of them.";

            assertThat(names(screen, Comments.saying(text))).isEmpty();
        }
    }

    @Nested
    class History {

        private final Screen screen = new AuthorHistoryScreen();
        private final Comment verified = Comments.by(new Author("Ann", "1", null, true), "hello", null);

        @Test
        void anAuthorOftenRefusedIsWatched() {
            var signals = screen.look(
                    subject(verified, Comments.history("x", Status.REJECTED, Status.RETRACTED, Status.APPROVED)));

            assertThat(signals)
                    .extracting(Signal::category)
                    .containsExactly(Signal.Category.SPAM, Signal.Category.ABUSE);
            assertThat(signals).allSatisfy(s -> assertThat(s.strength()).isLessThan(0.5));
        }

        @Test
        void anAddressIsSharedAndWeighsLessHoweverOftenItWasRefused() {
            var some = new Status[4];
            Arrays.fill(some, Status.REJECTED);
            var many = new Status[40];
            Arrays.fill(many, Status.REJECTED);

            assertThat(screen.look(subject(Comments.saying("hello"), Comments.history("x", some))))
                    .isEmpty();
            assertThat(screen.look(subject(Comments.saying("hello"), Comments.history("x", many))))
                    .isNotEmpty()
                    .allSatisfy(s -> assertThat(s.strength()).isLessThanOrEqualTo(0.2));
        }

        @Test
        void onlyAVerifiedAuthorEarnsTrust() {
            var approved = new Status[12];
            Arrays.fill(approved, Status.APPROVED);
            var history = Comments.history("x", approved);

            assertThat(screen.look(subject(verified, history)))
                    .extracting(Signal::category)
                    .containsExactly(Signal.Category.TRUST);
            assertThat(screen.look(subject(Comments.saying("hello"), history))).isEmpty();
        }

        @Test
        void oneRefusalAmongManyIsForgiven() {
            assertThat(screen.look(subject(
                            verified, Comments.history("x", Status.REJECTED, Status.APPROVED, Status.APPROVED))))
                    .isEmpty();
        }
    }

    @Test
    void aNameIsLookedUpInTheListsOnItsOwn() {
        var comment = Comments.by(new Author("代开发票", null, null, false), "写得好", null);

        var signals = new ListScreen().look(subject(comment, Comments.NOTHING_KNOWN));

        assertThat(signals).isNotEmpty().allMatch(s -> s.field() == Signal.Field.AUTHOR_NAME);
        assertThat(signals.get(0).facts()).containsKeys("entry", "term", "kind");
    }

    /** 鬼子 has exceptions in the list, which stay: 打鬼子. */
    @Test
    void aPhraseExceptedByTheSiteIsHarmlessAndAllElseOfTheEntryStays() {
        var policy = Comments.excepting("abuse-zh.group.040", "鬼子来了");
        var screen = new ListScreen();

        assertThat(screen.look(subject("鬼 子，滚", Comments.policy()))).isNotEmpty();
        assertThat(screen.look(subject("电影《鬼子来了》很好看", policy))).isEmpty();
        assertThat(screen.look(subject("太爷爷打鬼子的故事", policy))).isEmpty();
        assertThat(screen.look(subject("《鬼子来了》好看，你个鬼子滚", policy)))
                .singleElement()
                .satisfies(signal -> assertThat(signal.spans()).containsExactly(new Span(11, 13)));
        assertThat(screen.look(subject("鬼子来了".repeat(20) + "鬼子", policy)))
                .singleElement()
                .satisfies(signal -> assertThat(signal.spans()).containsExactly(new Span(80, 82)));
    }

    private static Subject subject(String text, Policy policy) {
        return Subject.of(Comments.saying(text), policy, Comments.NOTHING_KNOWN);
    }

    private static Subject subject(Comment comment, Context context) {
        return Subject.of(comment, Comments.policy(), context);
    }

    private static List<String> names(Screen screen, Comment comment) {
        return screen.look(subject(comment, Comments.NOTHING_KNOWN)).stream()
                .map(Signal::name)
                .toList();
    }

    private static Signal only(Screen screen, Comment comment, String name) {
        var signals = screen.look(subject(comment, Comments.NOTHING_KNOWN)).stream()
                .filter(s -> s.name().equals(name))
                .toList();
        assertThat(signals).hasSize(1);
        return signals.get(0);
    }

    private static Signal only(Screen screen, Comment comment, Context context) {
        var signals = screen.look(subject(comment, context));
        assertThat(signals).hasSize(1);
        return signals.get(0);
    }

    private static List<String> textsOf(Signal signal, String text) {
        return signal.spans().stream()
                .map(span -> text.substring(span.from(), span.to()))
                .toList();
    }
}
