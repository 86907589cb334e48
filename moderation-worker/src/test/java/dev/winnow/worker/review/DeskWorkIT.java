package dev.winnow.worker.review;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.events.Author;
import dev.winnow.events.Decision;
import dev.winnow.events.Policy;
import dev.winnow.events.Status;
import dev.winnow.worker.policy.PolicyTable;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Working at the desk in a real browser: deciding by key, taking back, sharing the queue, many at once. */
class DeskWorkIT extends DeskInBrowser {

    private final String article = "w-" + UUID.randomUUID();

    @Test
    void aQueueOfTwentyIsClearedByOneKeyEach() {
        var of = "twenty-" + UUID.randomUUID();
        var items = new ArrayList<ReviewItem>();
        for (int i = 0; i < 20; i++) {
            items.add(desk.submitted(of, FLAGGED + i));
        }
        var page = atTheQueueOf(of, "en", "lilei");
        assertThat(page.locator("#entries li")).hasCount(20);
        assertThat(page.locator("#decide")).isVisible();

        var presses = 0;
        for (int left = 20; left > 0; left--) {
            assertThat(page.locator("#entries li")).hasCount(left);
            assertThat(page.locator("#decide")).isVisible();
            page.keyboard().press(left % 2 == 0 ? "a" : "r");
            presses++;
        }

        assertThat(page.locator("#state")).containsText("Nothing passes these filters");
        assertThat(presses).isBetween(20, 40);
        for (var item : items) {
            var decided = desk.await(item.id(), item.revision() + 1);
            assertThat(decided.event().status()).isIn(Status.APPROVED, Status.REJECTED);
        }
    }

    @Test
    void aDecisionIsTakenBackByZAndTheCommentIsOpenAgain() {
        var item = desk.submitted(article, FLAGGED);
        var page = atTheQueueOf(article, "zh-CN", "lilei");
        page.locator(entry(item)).click();
        assertThat(page.locator("#decide")).isVisible();

        page.keyboard().press("r");
        assertThat(page.locator(".toast")).containsText("已拒绝 小明 的评论");
        assertThat(page.locator(entry(item))).hasCount(0);
        page.keyboard().press("z");

        assertThat(page.locator(".toast")).containsText("已撤销");
        assertThat(page.locator(entry(item))).isVisible();
        assertThat(page).hasURL(Pattern.compile(".*#" + item.id()));
        var decisions = desk.await(item.id(), item.revision() + 2).event().decisions();
        assertThat(decisions)
                .extracting(Decision::action)
                .containsExactly(Decision.Action.FLAG, Decision.Action.REJECT, Decision.Action.FLAG);
    }

    @Test
    void whatOneModeratorHasOpenTheOtherIsNotGiven() {
        var of = "two-" + UUID.randomUUID();
        var first = desk.submitted(of, FLAGGED + "1");
        var second = desk.submitted(of, FLAGGED + "2");
        var lilei = atTheQueueOf(of, "en", "lilei");
        assertThat(lilei).hasURL(Pattern.compile(".*#" + first.id()));

        var hanmeimei = atTheQueueOf(of, "en", "hanmeimei");

        assertThat(hanmeimei).hasURL(Pattern.compile(".*#" + second.id()));
        assertThat(hanmeimei.locator(claim(first))).hasText("lilei is on it");
        assertThat(lilei.locator(claim(second))).hasText("hanmeimei is on it");
        lilei.keyboard().press("a");
        assertThat(hanmeimei.locator(entry(first))).hasCount(0);
    }

    @Test
    void manyAreChosenAndDecidedAsOneWithReasonAndNote() {
        var of = "many-" + UUID.randomUUID();
        var one = desk.submitted(of, FLAGGED + "1");
        var two = desk.submitted(of, FLAGGED + "2");
        var page = atTheQueueOf(of, "en", "lilei");
        assertThat(page.locator("#entries li")).hasCount(2);

        page.locator("li[data-id='" + one.id() + "'] .choose").check();
        assertThat(page.locator("#act-bar")).containsText("1 chosen");
        page.locator("[data-does=all]").click();
        assertThat(page.locator("#act-bar")).containsText("2 chosen");
        check(page);
        page.locator("#act-bar button.reject").click();
        page.locator("#act-reason").selectOption("spam");
        page.locator("#act-note").fill("a wave");
        check(page);
        page.locator("#act button[value=yes]").click();

        assertThat(page.locator(".toast")).containsText("Decided 2 of 2");
        var decision =
                desk.await(two.id(), two.revision() + 1).event().decisions().get(1);
        assertThat(decision.reason()).isEqualTo("spam");
        assertThat(decision.note()).isEqualTo("a wave");
    }

    @Test
    void aHalfWrittenNoteSurvivesALostConnectionAndAReload() {
        // What was sent and not answered is sent again, and is told that it was done.
        mayComplainOf("409");
        mayComplainOf("ERR_");
        var of = "note-" + UUID.randomUUID();
        var item = desk.submitted(of, FLAGGED);
        var page = atTheQueueOf(of, "en", "lilei");
        page.locator("#note").fill("half of a tho");

        page.context().setOffline(true);
        desk.bean(LiveFeed.class).stop();
        assertThat(page.locator("#live")).hasAttribute("data-state", "lost");
        page.keyboard().press("Escape");
        page.keyboard().press("r");
        assertThat(page.locator("#live-waiting")).containsText("1");
        desk.bean(LiveFeed.class).start();
        page.context().setOffline(false);

        assertThat(page.locator("#live-words")).hasText("Live");
        assertThat(page.locator("#live-waiting")).isEmpty();
        var decision =
                desk.await(item.id(), item.revision() + 1).event().decisions().get(1);
        assertThat(decision.note()).isEqualTo("half of a tho");

        var other = desk.submitted(of, FLAGGED + "2");
        page.locator(entry(other)).click();
        page.locator("#note").fill("another");
        page.reload();
        assertThat(page.locator("#note")).hasValue("another");
    }

    @Test
    void aMarkTellsByPointerKeyboardAndTap() {
        var item = desk.submitted(article, FLAGGED);
        var page = atTheQueueOf(article, "zh-CN", "lilei");
        page.locator(entry(item)).click();
        var mark = page.locator(".text mark[data-many]");

        mark.hover();
        assertThat(page.locator("#tip")).containsText("联系账号");
        page.mouse().move(5, 5);
        assertThat(page.locator("#tip")).isHidden();
        mark.focus();
        assertThat(page.locator("#tip")).isVisible();
        page.keyboard().press("Enter");
        assertThat(page.locator("#tip.kept")).isVisible();
        check(page);
        page.keyboard().press("Escape");
        assertThat(page.locator("#tip")).isHidden();
        assertThat(page.locator(".text")).isVisible();
    }

    @Test
    void whatLiesAroundIsShownAndNearCopiesAreDecidedToo() {
        var text = "想要轻松赚钱的朋友可以加我微信 abc123 详聊，每天只要两小时，日结三百" + article;
        var item = desk.submitted(article, text);
        var copy = desk.submitted(article, text.replace("三百", "五\u200B百"));
        var page = atTheQueueOf(article, "zh-CN", "lilei");
        page.locator(entry(copy)).click();

        assertThat(page.locator("#copies-title")).containsText("1");
        page.locator(".raw summary").click();
        assertThat(page.locator(".raw-text .unseen")).hasText("U+200B ZWSP");
        assertThat(page.locator(".thread")).isVisible();
        check(page);
        page.keyboard().press("c");
        page.keyboard().press("r");

        assertThat(desk.await(item.id(), item.revision() + 1).event().status()).isEqualTo(Status.REJECTED);
        assertThat(desk.await(copy.id(), copy.revision() + 1).event().status()).isEqualTo(Status.REJECTED);
    }

    @Test
    void scriptsInNamesIdsArticlesAndNotesAreText() {
        var script = "\"><script>alert(1)</script><img src=x onerror=alert(2)>";
        var of = "x-" + UUID.randomUUID() + script;
        var item = desk.submitted(of, new Author(script, script, script, true), FLAGGED + script);
        desk.submitted(of, new Author(script, script, null, true), FLAGGED + "2 " + script);
        var reported = desk.reported(item);
        var page = atTheQueueOf(of, "en", "lilei");
        page.onDialog(dialog -> {
            complaints.add("a script ran");
            dialog.dismiss();
        });
        page.locator(entry(item)).click();
        page.locator("#note").fill(script);
        page.locator("button.reject").click();
        assertThat(page.locator(".toast")).containsText("<script>");
        desk.await(item.id(), reported.revision() + 1);
        page.locator("[data-status=rejected]").click();
        page.locator(entry(item)).click();

        assertThat(page.locator(".history q")).hasText(script);
        assertThat(page.locator(".of-author")).isVisible();
        page.locator(".facts .link").first().click();
        assertThat(page.locator("#chosen")).containsText("<script>");
        assertThat(page.locator("main img, main script, #toasts img")).hasCount(0);
    }

    @Test
    void aWrongEntryIsSwitchedOffFromItsMarkAndThatIsTakenBack() {
        var item = desk.submitted(article, FLAGGED);
        var page = atTheQueueOf(article, "en", Desk.LEAD);
        page.locator(entry(item)).click();
        page.locator(".text mark[data-many]").click();
        page.locator("#tip .link").first().click();
        assertThat(page.locator("#act [role=status]")).containsText("in the last 30 days would have gone another way");
        check(page);
        page.locator("#act button[value=yes]").click();

        assertThat(page.locator(".toast")).containsText("The policy is changed");
        var policies = desk.bean(PolicyTable.class);
        assertThat(policies.inForce("default").entriesOff()).containsExactly("e1");
        assertThat(policies.inForce("default").changedBy()).isEqualTo(Desk.LEAD);
        assertThat(policies.inForce("default").why()).contains("was harmless here");
        page.locator(".toast button").click();
        assertThat(page.locator(".toast")).containsText("Taken back");
        assertThat(policies.inForce("default").entriesOff()).isEmpty();
    }

    @Test
    void aPhraseIsExceptedFromAnEntryAndThatIsTakenBack() {
        var item = desk.submitted(article, FLAGGED);
        var page = atTheQueueOf(article, "zh-CN", Desk.LEAD);
        page.locator(entry(item)).click();
        page.locator(".text mark[data-many]").click();
        page.locator("#tip .link").first().click();
        assertThat(page.locator("#exception")).isDisabled();
        page.locator("#act [value=exception]").check();
        assertThat(page.locator("#exception")).hasValue("加我微信 abc123 领红包");
        page.locator("#exception").fill("我微信 abc123");
        assertThat(page.locator("#act [role=status]")).containsText("30");
        check(page);
        page.locator("#act button[value=yes]").click();

        assertThat(page.locator(".toast")).isVisible();
        var policies = desk.bean(PolicyTable.class);
        assertThat(policies.inForce("default").exceptions())
                .containsExactly(new Policy.Exceptions("e1", List.of("我微信 abc123")));
        assertThat(policies.inForce("default").entriesOff()).isEmpty();
        page.locator(".toast button").click();
        assertThat(page.locator(".toast")).containsText("已撤销");
        assertThat(policies.inForce("default").exceptions()).isEmpty();
    }

    private static String claim(ReviewItem item) {
        return "li[data-id='" + item.id() + "'] .claim";
    }
}
