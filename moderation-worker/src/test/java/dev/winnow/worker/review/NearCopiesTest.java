package dev.winnow.worker.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NearCopiesTest {

    private static final String AD = "想要轻松赚钱的朋友可以加我微信详聊，每天只要两小时，日结三百，名额有限先到先得，联系方式见我的主页";

    @Test
    void aTextWithOtherEndsAndDisguisesIsANearCopyAndSharesAKey() {
        var other = "大家好！" + AD.replace("微信", "微\u200B信").replace("三百", "五百") + "！！";

        assertThat(NearCopies.areNear(AD, other)).isTrue();
        assertThat(Collections.disjoint(NearCopies.keys(AD), NearCopies.keys(other)))
                .isFalse();
    }

    @Test
    void ordinaryTextsOfOneSubjectAreNone() {
        var one = "I think the mayor is right about the new bridge, it will save commuters half an hour a day.";
        var other = "The new bridge is a waste of money, the mayor should have asked the commuters first.";

        assertThat(NearCopies.areNear(one, other)).isFalse();
    }

    @Test
    void fewTextsThatHaveNothingInCommonShareAKey() {
        var shared = IntStream.range(0, 1_000)
                .filter(i -> !Collections.disjoint(NearCopies.keys(AD), NearCopies.keys(i + " sheep jumped over " + i)))
                .count();

        assertThat(shared).isLessThan(5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "好", "\u200B", "ok", "\uD800"})
    void theShortestTextsHaveKeysAndAreNearThemselves(String text) {
        assertThat(NearCopies.keys(text)).hasSize(8);
        assertThat(NearCopies.areNear(text, text)).isTrue();
    }
}
