package dev.winnow.worker.screening.lists;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.events.Signal;
import dev.winnow.events.Span;
import dev.winnow.worker.text.NormalisedText;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TermListTest {

    private final TermList list = new TermList(List.of(
            new Term("cunt", "cunt", Signal.Category.ABUSE, "insult", 0.8, true, List.of()),
            new Term("ass", "asshole", Signal.Category.ABUSE, "insult", 0.8, true, List.of()),
            new Term("cao", "操", Signal.Category.ABUSE, "insult", 0.8, false, List.of("操作", "操场")),
            new Term("sb", "sb", Signal.Category.ABUSE, "insult", 0.8, true, List.of()),
            new Term("wx", "加微信", Signal.Category.SPAM, "contact", 0.8, false, List.of("加微信支付"))));

    private static final TermList OURS = new TermList(ours());

    @ParameterizedTest
    @CsvSource({
        "you cunt!, cunt",
        "you c.u.n.t!, c.u.n.t",
        "you CUUUUUNT!, CUUUUUNT",
        "сunt, сunt",
        "a$$hole, a$$hole",
        "assssshole, assssshole",
        "你sb啊, sb",
        "操你, 操",
        "😀😀 加\u200B 微*信 吧, 加\u200B 微*信",
        "請加 微 信, 加 微 信",
        "𝕤𝕓, 𝕤𝕓",
        "扌喿你, 扌喿",
        "力口微亻言吧, 力口微亻言",
        "y o u  c u n t  b y e, c u n t",
        "you c4n 8e a big a5$h0l3, a5$h0l3",
    })
    void findsATermInDisguiseAndPointsAtIt(String text, String matched) {
        var hits = list.find(NormalisedText.forms(text));

        assertThat(hits).hasSize(1);
        var span = hits.get(0).spans().get(0);
        assertThat(text.substring(span.from(), span.to())).isEqualTo(matched);
    }

    @ParameterizedTest
    @CsvSource({"Scunthorpe", "usb", "sbt and asb", "操作系统", "在操场上", "操 作", "可以加微信支付吗", "scuntly", "passholes"})
    void leavesHarmlessNeighboursAlone(String text) {
        assertThat(list.find(NormalisedText.forms(text))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "刚打开盒子就闻到茶香",
                "她从小被妈妈逼着练琴",
                "买了两支那个牌子的口红",
                "尼格买提主持得真好",
                "市场里形形色色的小吃",
                "蒙牛股份公布了年报",
                "排队一小时结果卖完了",
                "远处是一大片群山",
                "该国人口爆炸式增长",
                "课本上有片假名对照",
                "孕妇要做唐氏筛查吗",
                "校庆上有木琴独奏",
                "在网吧包夜打了一晚",
                "他是黑人，学问很好",
                "我点了原味酸奶",
                "小仙女生日快乐",
                "Planet of the Apes is on tonight",
                "jerk chicken with rice",
                "put it in the trash can"
            })
    void ourListsLeaveOrdinaryWordsAlone(String text) {
        assertThat(OURS.find(NormalisedText.forms(text))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"把他开盒", "你妈逼", "支那猪", "they are apes", "what a jerk", "蝗虫滚回去"})
    void ourListsKnowThemElsewhere(String text) {
        assertThat(OURS.find(NormalisedText.forms(text))).isNotEmpty();
    }

    @Test
    void anExceptionExcusesOnlyItsOwnPlace() {
        var hits = list.find(NormalisedText.forms("操作不当，操！"));

        assertThat(hits).hasSize(1);
        assertThat(hits.get(0).spans()).hasSize(1);
        assertThat(hits.get(0).spans().get(0).from()).isEqualTo(5);
    }

    @Test
    void anExceptionSaidOftenHidesNothing() {
        var hits = list.find(NormalisedText.forms("操作".repeat(1_000) + "，操！"));

        assertThat(hits).hasSize(1);
        assertThat(hits.get(0).spans()).containsExactly(new Span(2_001, 2_002));
    }

    @Test
    void ourListsAreWellFormed() {
        var terms = ours();

        assertThat(terms).hasSizeGreaterThan(1_000);
        assertThat(new HashSet<>(terms.stream().map(Term::id).toList())).hasSameSizeAs(terms);
        assertThat(terms)
                .filteredOn(term -> term.severity() < 0.05 || term.severity() > 0.95)
                .isEmpty();
        assertThat(terms)
                .filteredOn(term ->
                        term.exceptions().stream().anyMatch(e -> !normalised(e).contains(normalised(term.term()))))
                .isEmpty();
    }

    private static List<Term> ours() {
        return Stream.of("spam-zh", "spam-en", "abuse-zh", "abuse-en")
                .flatMap(file -> TermFile.read("/screening/" + file + ".tsv").stream())
                .toList();
    }

    private static String normalised(String text) {
        return NormalisedText.plain(text).toString();
    }
}
