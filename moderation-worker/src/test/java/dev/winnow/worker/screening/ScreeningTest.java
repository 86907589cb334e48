package dev.winnow.worker.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.winnow.events.Author;
import dev.winnow.events.Policy;
import dev.winnow.events.Signal;
import dev.winnow.events.Status;
import dev.winnow.events.Verdict;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScreeningTest {

    private static final Screening SCREENING = Screening.standard();

    @Test
    void aScreenThatFailsFlagsTheCommentAndTheOthersStillLook() {
        var screening = new Screening(List.of(failing(), saying("seen", 0.1)), "none");

        var verdict = screening.screen(Comments.saying("hello"), Comments.policy(), Comments.NOTHING_KNOWN);

        assertThat(verdict.outcome()).isEqualTo(Verdict.Outcome.FLAG);
        assertThat(Comments.names(verdict)).containsExactly("screen-failed", "seen");
        assertThat(verdict.signals().get(0).facts()).containsEntry("screen", "failing");
    }

    @Test
    void aScreenThatIsOffDoesNotLook() {
        var screening = new Screening(List.of(failing()), "none");
        var policy = Comments.policy(false, false, Set.of(), List.of(), Set.of("failing"));

        var verdict = screening.screen(Comments.saying("hello"), policy, Comments.NOTHING_KNOWN);

        assertThat(verdict.outcome()).isEqualTo(Verdict.Outcome.APPROVE);
    }

    @Test
    void weakReasonsAddUpAndThresholdsDecide() {
        var one = new Screening(List.of(saying("one", 0.4)), "none");
        var two = new Screening(List.of(saying("one", 0.4), saying("two", 0.3)), "none");

        var verdictOfOne = one.screen(Comments.saying("x"), Comments.policy(), Comments.NOTHING_KNOWN);
        var verdictOfTwo = two.screen(Comments.saying("x"), Comments.policy(), Comments.NOTHING_KNOWN);

        assertThat(verdictOfOne.outcome()).isEqualTo(Verdict.Outcome.APPROVE);
        assertThat(verdictOfTwo.spam()).isEqualTo(0.58, within(1e-9));
        assertThat(verdictOfTwo.outcome()).isEqualTo(Verdict.Outcome.FLAG);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "小说里房东骂了句“你怎么不去死”，台词很真实",
                "My landlord texted me \"stupid bitch\" and the court did not find it funny",
            })
    void whatStandsOnListsManyTimesOverIsForAPersonAndNotRefused(String quotation) {
        var verdict = SCREENING.screen(Comments.saying(quotation), Comments.policy(), Comments.NOTHING_KNOWN);

        assertThat(Comments.names(verdict)).filteredOn("listed-term"::equals).hasSizeGreaterThan(1);
        assertThat(verdict.outcome()).isEqualTo(Verdict.Outcome.FLAG);
    }

    @Test
    void aSitesOwnEntryMayRefuseAlone() {
        var entry = new Policy.Entry("竞品", Signal.Category.SPAM, 1, List.of());

        var verdict = SCREENING.screen(
                Comments.saying("我觉得竞品做得更好"),
                Comments.policy(false, false, Set.of(), List.of(entry), Set.of("classifier")),
                Comments.NOTHING_KNOWN);

        assertThat(verdict.outcome()).isEqualTo(Verdict.Outcome.REJECT);
    }

    @Test
    void anEntryThatIsOffIsNotNamed() {
        var policy = Comments.policy(false, false, Set.of("abuse-zh.insult.001"), List.of(), Set.of("classifier"));
        var comment = Comments.saying("傻逼");

        var before = SCREENING.screen(comment, Comments.policy(), Comments.NOTHING_KNOWN);
        var after = SCREENING.screen(comment, policy, Comments.NOTHING_KNOWN);

        assertThat(before.signals())
                .anyMatch(s -> "abuse-zh.insult.001".equals(s.facts().get("entry")));
        assertThat(after.outcome()).isEqualTo(Verdict.Outcome.APPROVE);
    }

    @Test
    void aSitesOwnEntryIsFoundInDisguiseAndItsExceptionIsNot() {
        var entry = new Policy.Entry("竞品", Signal.Category.SPAM, 0.9, List.of("竞品分析"));
        var policy = Comments.policy(false, false, Set.of(), List.of(entry), Set.of());

        var named = SCREENING.screen(Comments.saying("快去买竞*品吧大家"), policy, Comments.NOTHING_KNOWN);
        var analysed = SCREENING.screen(Comments.saying("这篇竞品分析写得真好"), policy, Comments.NOTHING_KNOWN);

        assertThat(Comments.names(named)).contains("site-term");
        assertThat(named.outcome()).isNotEqualTo(Verdict.Outcome.APPROVE);
        assertThat(Comments.names(analysed)).doesNotContain("site-term");
    }

    @Test
    void aChangedPolicyTakesEffectAtOnce() {
        var first = new Policy.Entry("alpha", Signal.Category.SPAM, 0.9, List.of());
        var second = new Policy.Entry("beta", Signal.Category.SPAM, 0.9, List.of());
        var comment = Comments.saying("we talked about beta all day");

        var before = SCREENING.screen(comment, policyOf(first), Comments.NOTHING_KNOWN);
        var after = SCREENING.screen(comment, policyOf(second), Comments.NOTHING_KNOWN);

        assertThat(Comments.names(before)).doesNotContain("site-term");
        assertThat(Comments.names(after)).contains("site-term");
    }

    @Test
    void aPolicyMayHoldEverythingOrFirstComments() {
        var comment = Comments.saying("写得很好，学到了。");
        var known = Comments.by(new Author("老王", "17", null, true), "写得很好，学到了。", null);
        var holdAll = Comments.policy(true, false, Set.of(), List.of(), Set.of());
        var holdFirst = Comments.policy(false, true, Set.of(), List.of(), Set.of());
        var approvedBefore = Comments.history("别的", Status.APPROVED);

        assertThat(SCREENING.screen(comment, holdAll, Comments.NOTHING_KNOWN).outcome())
                .isEqualTo(Verdict.Outcome.FLAG);
        assertThat(SCREENING.screen(comment, holdFirst, approvedBefore).outcome())
                .isEqualTo(Verdict.Outcome.FLAG);
        assertThat(SCREENING.screen(known, holdFirst, Comments.NOTHING_KNOWN).outcome())
                .isEqualTo(Verdict.Outcome.FLAG);
        assertThat(SCREENING.screen(known, holdFirst, approvedBefore).outcome()).isEqualTo(Verdict.Outcome.APPROVE);
    }

    @Test
    void thresholdsOfThePolicyCount() {
        var base = Comments.policy();
        var never = new Policy.Thresholds(2, 2);
        var lenient = new Policy(
                base.site(),
                1,
                never,
                never,
                false,
                false,
                3,
                Set.of(),
                List.of(),
                List.of(),
                Set.of(),
                List.of(),
                null,
                null,
                Instant.EPOCH);

        var verdict = SCREENING.screen(Comments.saying("加微信 abc123456 兼职日结500"), lenient, Comments.NOTHING_KNOWN);

        assertThat(verdict.outcome()).isEqualTo(Verdict.Outcome.APPROVE);
        assertThat(verdict.spam()).isGreaterThan(0.95);
    }

    @Test
    void theSameCommentGetsTheSameVerdict() {
        var comment = Comments.saying("加 V X：abc12345 兼职日结，你这傻*逼 http://bit.ly/x !!!!!!!!!!!!");

        var first = SCREENING.screen(comment, Comments.policy(), Comments.NOTHING_KNOWN);
        var second = Screening.standard().screen(comment, Comments.policy(), Comments.NOTHING_KNOWN);

        assertThat(second).isEqualTo(first);
    }

    @Test
    void oddInputIsJudgedAndNothingFails() {
        var odd = List.of(
                "",
                " ",
                "\uD800",
                "\u0000\u0001",
                "a" + "\u0301".repeat(10_000),
                "\u202E".repeat(1_000),
                "[".repeat(20_000),
                ".".repeat(20_000),
                "a.".repeat(20_000),
                "傻逼".repeat(5_000),
                "加v1".repeat(5_000),
                "1 ".repeat(20_000),
                String.join("", Collections.nCopies(3_000, "http://a.com/ ")));
        for (var text : odd) {
            var verdict = SCREENING.screen(Comments.saying(text), Comments.policy(), Comments.NOTHING_KNOWN);

            assertThat(Comments.names(verdict)).doesNotContain("screen-failed");
            assertThat(verdict.spam()).isBetween(0.0, 1.0);
            assertThat(verdict.abuse()).isBetween(0.0, 1.0);
            assertThat(verdict.signals())
                    .allSatisfy(s -> assertThat(s.spans()).allMatch(span -> span.to() <= text.length()));
        }
    }

    private static Policy policyOf(Policy.Entry entry) {
        return Comments.policy(false, false, Set.of(), List.of(entry), Set.of());
    }

    private static Screen failing() {
        return new Screen() {
            @Override
            public String name() {
                return "failing";
            }

            @Override
            public List<Signal> look(Subject subject) {
                throw new IllegalStateException("broken");
            }
        };
    }

    private static Screen saying(String name, double strength) {
        return new Screen() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public List<Signal> look(Subject subject) {
                return List.of(
                        new Signal(name, Signal.Category.SPAM, strength, Signal.Field.TEXT, List.of(), Map.of()));
            }
        };
    }
}
