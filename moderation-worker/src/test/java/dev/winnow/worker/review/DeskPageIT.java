package dev.winnow.worker.review;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the desk shows, and that it shows it well. */
class DeskPageIT extends DeskInBrowser {

    @Test
    void aModeratorSeesMarksAndReasonsApprovesByKeyAndTheCommentLeaves() {
        var article = "a-" + UUID.randomUUID();
        var item = desk.submitted(article, FLAGGED);
        var page = atTheQueueOf(article, "zh-CN", "李雷");

        page.locator(entry(item)).click();
        assertThat(page.locator(".text mark").first()).hasText("微信 ");
        assertThat(page.locator(".text mark[data-many]")).hasText("abc123");
        assertThat(page.locator(".text mark").first()).hasAttribute("aria-describedby", "why-1");
        assertThat(page.locator("#why-1")).containsText("abc123");
        assertThat(page.locator(".text")).hasText(FLAGGED);
        page.keyboard().press("a");

        assertThat(page.locator(entry(item))).hasCount(0);
        assertThat(page.locator("#say")).containsText("已通过 小明 的评论");
        assertThat(desk.await(item.id(), item.revision() + 1).event().status().word())
                .isEqualTo("approved");
    }

    @Test
    void whatComesInAppearsByItselfAndCountsMove() {
        var page = signedIn("en", "lilei", 1280, ColorScheme.LIGHT);
        assertThat(page.locator("#live-words")).hasText("Live");

        var item = desk.submitted("a-" + UUID.randomUUID(), FLAGGED);

        assertThat(page.locator(entry(item))).isVisible();
        assertThat(page.locator("[data-status=flagged] .count")).not().hasText("0");
    }

    @Test
    void anotherModeratorsDecisionMovesItLiveAndSaysWho() {
        var article = "a-" + UUID.randomUUID();
        var item = desk.submitted(article, FLAGGED);
        var page = atTheQueueOf(article, "zh-CN", "lilei");
        page.locator(entry(item)).click();
        assertThat(page.locator(".text")).isVisible();

        approve(item, "hanmeimei");

        assertThat(page.locator(entry(item))).hasCount(0);
        assertThat(page.locator("#banner")).containsText("hanmeimei");
        assertThat(page.locator("#banner")).containsText("通过了");
        assertThat(page.locator(".item .status")).hasText("已通过");
    }

    @Test
    void aDecisionThatCameTooLateIsToldKindlyWithTheCommentAsItStands() {
        mayComplainOf("409");
        mayComplainOf("ERR_FAILED");
        var article = "a-" + UUID.randomUUID();
        var item = desk.submitted(article, FLAGGED);
        var page = atTheQueueOf(article, "en", "lilei");
        page.locator(entry(item)).click();
        assertThat(page.locator("#decide")).isVisible();
        page.route("**/v1/review/comments/" + item.id() + "?*", route -> route.abort());

        approve(item, "hanmeimei");
        page.locator("button.reject").click();

        assertThat(page.locator(".toast")).containsText("hanmeimei approved this");
        page.unroute("**/v1/review/comments/" + item.id() + "?*");
        page.locator(".toast button").click();
        assertThat(page.locator("button.retract")).isVisible();
    }

    @Test
    void aLostConnectionSaysSoAndRecovers() {
        mayComplainOf("ERR_FAILED");
        var page = signedIn("en", "lilei", 1280, ColorScheme.LIGHT);
        assertThat(page.locator("#live-words")).hasText("Live");

        page.route("**/v1/review/stream*", route -> route.abort());
        desk.bean(LiveFeed.class).stop();
        assertThat(page.locator("#live")).hasAttribute("data-state", "lost");
        assertThat(page.locator("#live-words")).containsText("Connection lost");
        desk.bean(LiveFeed.class).start();
        page.unroute("**/v1/review/stream*");

        assertThat(page.locator("#live-words")).hasText("Live");
        var item = desk.submitted("a-" + UUID.randomUUID(), FLAGGED);
        assertThat(page.locator(entry(item))).isVisible();
    }

    @Test
    void scriptsInCommentsAreTextAndWhatCannotBeSeenIsShown() {
        var text = "微信 abc123 <img src=x onerror=alert(1)> \u202Egnp.exe\u200B 👨‍👩‍👧 z" + "\u0301".repeat(50);
        var article = "a-" + UUID.randomUUID();
        var item = desk.submitted(article, text);
        var page = atTheQueueOf(article, "en", "lilei");

        page.locator(entry(item)).click();

        assertThat(page.locator(".text")).containsText("<img src=x onerror=alert(1)>");
        assertThat(page.locator(".text img")).hasCount(0);
        assertThat(page.locator(".text .unseen")).hasText(new String[] {"U+202E", "U+200B", "+46"});
        assertThat(page.locator(".text")).containsText("👨‍👩‍👧");
    }

    @Test
    void theLanguageIsSwitchedOnThePageAndKept() {
        var page = signedIn("zh-CN", "lilei", 1280, ColorScheme.LIGHT);
        assertThat(page.locator("#queue-title")).hasText("待审核");

        page.locator("#language").click();
        assertThat(page.locator("#queue-title")).hasText("To review");
        page.reload();

        assertThat(page.locator("#queue-title")).hasText("To review");
        assertThat(page.locator("html")).hasAttribute("lang", "en");
    }

    @Test
    void filtersNarrowTheListStandInTheAddressAndAreTakenBack() {
        var article = "a-" + UUID.randomUUID();
        var one = desk.submitted(article, FLAGGED + " 菠萝");
        var other = desk.submitted(article, FLAGGED);
        var page = signedIn("zh-CN", "lilei", 1280, ColorScheme.LIGHT);
        page.locator(entry(one)).waitFor();

        page.keyboard().press("/");
        page.keyboard().type("菠萝");
        assertThat(page.locator(entry(other))).hasCount(0);
        assertThat(page.locator(entry(one))).isVisible();
        assertThat(page.locator("#chosen .found")).hasText("找到 1 条");
        page.reload();
        assertThat(page.locator("#q")).hasValue("菠萝");
        assertThat(page.locator("#entries li")).hasCount(1);
        page.locator("#chosen .clear").click();
        assertThat(page.locator(entry(other))).isVisible();

        page.locator(entry(one)).click();
        page.locator(".facts .link").first().click();
        assertThat(page.locator("#entries li")).hasCount(2);
        page.goBack();
        assertThat(page.locator("#chosen")).isEmpty();
    }

    @Test
    void aWrongPasswordIsToldAndSigningOutEndsTheSession() {
        // What the page was still asking for when its session ended.
        mayComplainOf("401");
        var page = page("zh-CN", 1280, ColorScheme.LIGHT);
        signIn(page, "lilei", "wrong");
        assertThat(page.locator("[role=alert]")).containsText("用户名或密码不正确");

        signIn(page, "lilei", Desk.PASSWORD);
        assertThat(page.locator("#moderator")).hasText("lilei");
        page.locator("#sign-out button").click();
        assertThat(page.locator("[role=alert]")).containsText("您已退出登录");
        page.navigate(address("/review"));

        assertThat(page).hasURL(address("/review/sign-in"));
    }

    @ParameterizedTest
    @CsvSource({"zh-CN,LIGHT,1280", "zh-CN,DARK,360", "en,LIGHT,360", "en,DARK,1280"})
    void axeFindsNothingAndNothingSticksOut(String language, ColorScheme scheme, int width) {
        var item = desk.submitted("a-" + UUID.randomUUID(), FLAGGED + " " + "verylongword".repeat(40));
        desk.reported(item);
        var page = page(language, width, scheme);
        page.navigate(address("/review/sign-in"));
        check(page);
        signIn(page, "lilei", Desk.PASSWORD);
        page.locator(entry(item)).waitFor();
        check(page);
        page.keyboard().press("f");
        page.locator("#filter-language").selectOption("en");
        page.locator("#chosen .found").waitFor();
        check(page);
        page.locator(entry(item)).click();
        page.locator(".text").waitFor();
        check(page);
        page.keyboard().press("?");
        page.locator("dialog[open]").waitFor();
        check(page);
    }

    @ParameterizedTest
    @CsvSource({"zh-CN,LIGHT,1280", "zh-CN,DARK,360", "en,LIGHT,360", "en,DARK,1280"})
    void axeFindsNothingWhileNothingCameNorWhenNothingComes(String language, ColorScheme scheme, int width) {
        mayComplainOf("ERR_FAILED");
        var page = signedIn(language, "lilei", width, scheme);
        var asked = "**/v1/review/comments?*";

        page.route(asked, route -> {});
        page.reload();
        page.locator("#state[data-state=loading]").waitFor();
        check(page);
        page.unroute(asked);
        page.route(asked, route -> route.abort());
        page.reload();
        page.locator("#state[data-state=failed] button").waitFor();
        check(page);
        page.unroute(asked);
        page.navigate(address("/review?q=" + UUID.randomUUID()));
        page.locator("#state[data-state=empty]").waitFor();
        check(page);
    }
}
