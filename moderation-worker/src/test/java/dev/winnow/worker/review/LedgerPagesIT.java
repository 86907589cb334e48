package dev.winnow.worker.review;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The audit and the numbers in a real browser. */
class LedgerPagesIT extends DeskInBrowser {

    @Test
    void theAuditShowsWhoDecidedWhatAndWhyAndLeadsToTheComment() {
        var item = decided("李雷", FLAGGED, "同一个群发 <b>x</b>");
        var page = signedIn("zh-CN", "lilei", 1280, ColorScheme.LIGHT);

        page.navigate(address("/review/audit?comment=" + item.id()));

        var row = page.locator(".row");
        assertThat(row).hasCount(1);
        assertThat(row).containsText("李雷");
        assertThat(row).containsText("拒绝");
        assertThat(row).containsText("理由：垃圾信息");
        assertThat(row.locator(".note")).hasText("同一个群发 <b>x</b>");
        assertThat(row.locator(".about-text")).hasText(FLAGGED);
        assertThat(row.locator(".facts")).containsText("修订 " + item.revision());
        row.locator("a.about").click();
        assertThat(page.locator(".item .text")).hasText(FLAGGED);
    }

    @Test
    void filtersAreKeptInTheAddressAndAPressOnANameNarrows() {
        decided("李雷", FLAGGED, null);
        decided("hanmeimei", FLAGGED, null);
        var page = signedIn("en", "lilei", 1280, ColorScheme.LIGHT);
        page.locator("#pages a[href='/review/audit']").click();

        page.locator("button.by", new Page.LocatorOptions().setHasText("hanmeimei"))
                .first()
                .click();
        assertThat(page).hasURL(Pattern.compile("by=hanmeimei"));
        assertThat(page.locator("#filter-by")).hasValue("hanmeimei");
        assertThat(page.locator("button.by", new Page.LocatorOptions().setHasText("李雷")))
                .hasCount(0);
        page.selectOption("#filter-action", "approve");
        assertThat(page).hasURL(Pattern.compile("by=hanmeimei&action=approve"));
        assertThat(page.locator("#filter-action")).isFocused();
        page.fill("#filter-by", "nobody");
        page.keyboard().press("Enter");
        assertThat(page.locator(".state-title")).hasText("No decision matches");
        page.reload();
        assertThat(page.locator("#filter-by")).hasValue("nobody");
        page.locator("#clear").click();

        assertThat(page.locator(".row").first()).isVisible();
        assertThat(page).hasURL(address("/review/audit"));
    }

    @Test
    void onlyALeadIsOfferedTheExport() {
        decided("lilei", FLAGGED, null);
        var moderator = signedIn("en", "lilei", 1280, ColorScheme.LIGHT);
        moderator.navigate(address("/review/audit"));
        assertThat(moderator.locator(".row").first()).isVisible();
        assertThat(moderator.locator("#export")).isHidden();
        var lead = signedIn("en", Desk.LEAD, 1280, ColorScheme.LIGHT);
        lead.navigate(address("/review/audit?by=lilei"));

        var download = lead.waitForDownload(() -> lead.locator("#export").click());

        assertThat(download.suggestedFilename()).isEqualTo("winnow-audit.ndjson");
        assertThat(download.path()).content().startsWith("{\"id\":").doesNotContain("李雷");
    }

    @Test
    void whoMayOnlyLookIsOfferedNoDecision() {
        var item = desk.submitted("a-" + UUID.randomUUID(), FLAGGED);
        var page = signedIn("zh-CN", Desk.OPERATOR, 1280, ColorScheme.LIGHT);

        page.navigate(address("/review#" + item.id()));

        assertThat(page.locator(".item .text")).hasText(FLAGGED);
        assertThat(page.locator(".item")).containsText("您只有查看权限");
        assertThat(page.locator("button.approve, button.reject")).hasCount(0);
    }

    @Test
    void theNumbersSayHowTheWorkGoes() {
        desk.submitted("a-" + UUID.randomUUID(), FLAGGED);
        decided("lilei", FLAGGED, null);
        var page = signedIn("zh-CN", "lilei", 1280, ColorScheme.LIGHT);

        page.locator("#pages a[href='/review/numbers']").click();

        assertThat(page.locator("#card-waiting .value")).hasText(Pattern.compile("[1-9][0-9,]*"));
        assertThat(page.locator("#card-decided .value")).hasText(Pattern.compile("[1-9][0-9,]*"));
        assertThat(page.locator("#card-oldest .value")).hasText(Pattern.compile("[0-9]+ ?(秒|分钟|小时)"));
        assertThat(page.locator("tbody tr")).hasCount(2);
        assertThat(page.locator("tbody tr").first().locator("td").last()).hasText(Pattern.compile("[0-9]+%"));
    }

    @Test
    void whatCannotBeReadIsToldWithAWayOut() {
        mayComplainOf("ERR_FAILED");
        var page = signedIn("zh-CN", "lilei", 1280, ColorScheme.LIGHT);
        for (var path : List.of("audit", "numbers")) {
            page.route("**/v1/review/" + path + "?*", route -> route.abort());
            page.navigate(address("/review/" + path));
            assertThat(page.locator(".state-title")).containsText("加载失败");
            page.unroute("**/v1/review/" + path + "?*");
            page.locator("#state button").click();
            assertThat(page.locator(".state-title")).hasCount(0);
        }
    }

    @ParameterizedTest
    @CsvSource({"zh-CN,LIGHT,1280", "zh-CN,DARK,360", "zh-CN,LIGHT,390", "en,LIGHT,360", "en,DARK,1280", "en,DARK,390"})
    void axeFindsNothingAndNothingSticksOut(String language, ColorScheme scheme, int width) {
        var item = decided("lilei", FLAGGED + " " + "verylongword".repeat(40), "备注 " + "averylongnote".repeat(20));
        decide("hanmeimei", desk.await(item.id(), item.revision() + 1), "approve", null);
        var page = signedIn(language, Desk.LEAD, width, scheme);
        page.navigate(address("/review/audit"));
        page.locator(".row").first().waitFor();
        check(page);
        page.navigate(address("/review/audit?by=nobody"));
        page.locator("#state .soft").waitFor();
        check(page);
        page.navigate(address("/review/numbers"));
        page.locator("tbody tr").first().waitFor();
        check(page);
        page.navigate(address("/review"));
        page.locator("#pages a").first().waitFor();
        check(page);
    }

    private ReviewItem decided(String moderator, String text, @Nullable String note) {
        var item = desk.submitted("a-" + UUID.randomUUID(), text);
        decide(moderator, item, "reject", note);
        return item;
    }

    private void decide(String moderator, ReviewItem item, String decision, @Nullable String note) {
        var body = new HashMap<String, Object>(Map.of("decision", decision, "revision", item.revision()));
        body.put("reason", decision.equals("approve") ? null : "spam");
        body.put("note", note);
        desk.moderator(moderator)
                .post()
                .uri("/v1/review/comments/{id}/decisions", item.id())
                .bodyValue(body)
                .exchange()
                .expectStatus()
                .isOk();
    }
}
