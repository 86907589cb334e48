package dev.winnow.faults;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import dev.winnow.testing.Browser;
import dev.winnow.testing.HostPages;
import dev.winnow.testing.Processes;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** Readers in real browsers write, answer, change their minds and report, on all of Winnow. */
@TestInstance(Lifecycle.PER_CLASS)
class ReadersIT {

    /** What screening leaves to a moderator. */
    private static final String DOUBTFUL = "作者你真是个白痴吧";

    private static final String SPAM = "加微信 abc123456 兼职日结500";
    private static final Duration SOON = Duration.ofSeconds(20);

    private final Processes processes = new Processes(Repository.OUTPUTS);
    private final QuickstartProcess quickstart;
    private final Winnow winnow;
    private final String article = "r-" + UUID.randomUUID();
    private final HostPages host = new HostPages();
    private Browser browser;

    ReadersIT(@TempDir Path folder) {
        quickstart = new QuickstartProcess(
                processes,
                "readers",
                folder,
                "--winnow.quickstart.demo=false",
                "--winnow.second-opinion.enabled=false");
        winnow = quickstart.winnow();
        quickstart.add("--winnow.sites.default.origins=" + host.origin() + "," + winnow.articles());
    }

    @BeforeAll
    void start() {
        browser = Browser.openOrSkip();
        quickstart.start();
    }

    @AfterAll
    void end() {
        processes.close();
        host.close();
        if (browser != null) {
            browser.close();
        }
    }

    private Page reader(String language, String article) {
        var page = browser.newContext(
                        new NewContextOptions().setLocale(language).setReducedMotion(ReducedMotion.REDUCE))
                .newPage();
        page.navigate(
                winnow.articles().resolve("/sites/default/articles/" + article).toString());
        return page;
    }

    private static String another() {
        return "r-" + UUID.randomUUID();
    }

    private static void write(Page page, String name, String text) {
        var form = page.locator(".compose form");
        form.locator("input").first().fill(name);
        form.locator("textarea").fill(text);
        form.locator("button[type=submit]").click();
    }

    private static Locator comment(Page page, String text) {
        return page.locator(".comment", new Page.LocatorOptions().setHasText(text))
                .first();
    }

    private static Locator standing(Page page, String text) {
        return comment(page, text).locator("> .entry > .standing");
    }

    private static void isAccessible(Page page) {
        assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
    }

    private Winnow.Shown keptOut(String article) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(winnow.keptOut(article)).hasSize(1));
        return winnow.keptOut(article).get(0);
    }

    private void decide(String article, String id, String decision) {
        var revision = winnow.atTheDesk(article, id).path("revision").asLong();
        assertThat(winnow.decide(id, decision, revision).status()).isEqualTo(200);
    }

    @Test
    void whatOneReaderWritesTheOtherSeesWhenTheyWantTo() {
        var writer = reader("zh-CN", article);
        var other = reader("en", article);
        isAccessible(writer);

        write(writer, "小满", "这篇文章写得很清楚。");

        assertThat(comment(writer, "这篇文章写得很清楚。").locator(".you")).hasText("你");
        assertThat(writer.locator("[data-count]")).hasText("1");
        assertThat(writer.locator(".compose textarea")).hasValue("");
        other.locator("[data-arrivals] button").click();
        assertThat(comment(other, "这篇文章写得很清楚。").locator(".author")).hasText("小满");
        comment(other, "这篇文章写得很清楚。").locator("[data-act=reply]").click();
        isAccessible(other);
        var panel = other.locator(".panel");
        panel.locator("input").first().fill("Ann");
        panel.locator("textarea").fill("I think so, too.");
        panel.locator("button[type=submit]").click();
        assertThat(other.locator(".replies .text")).hasText("I think so, too.");
        writer.locator("[data-arrivals] button").click();
        assertThat(writer.locator(".replies .text")).hasText("I think so, too.");

        other.locator(".own [data-act=edit]").click();
        isAccessible(other);
        other.locator(".panel textarea").fill("I think so, too. Thank you!");
        other.locator(".panel button[type=submit]").click();
        assertThat(writer.locator(".replies .text")).hasText("I think so, too. Thank you!");
        assertThat(writer.locator(".replies .edited")).isVisible();
        other.reload();
        other.locator(".own [data-act=withdraw]").click();
        isAccessible(other);
        other.locator(".panel .main").click();
        assertThat(writer.locator(".replies .text")).hasCount(0);
        assertThat(other.locator(".replies .text")).hasCount(0);
    }

    @Test
    void aHeldCommentIsSeenByItsAuthorAloneAcrossReloadsUntilItIsShown() {
        var article = another();
        var writer = reader("en", article);
        var other = reader("en", article);

        write(writer, "Ann", DOUBTFUL);

        assertThat(standing(writer, DOUBTFUL)).hasText("Waiting for review. Only you can see this.");
        isAccessible(writer);
        writer.reload();
        assertThat(standing(writer, DOUBTFUL)).hasText("Waiting for review. Only you can see this.");
        assertThat(writer.locator("[data-count]")).hasText("0");
        var id = keptOut(article).id();
        other.reload();
        assertThat(other.locator(".empty")).isVisible();
        decide(article, id, "approve");
        assertThat(standing(writer, DOUBTFUL)).hasCount(0);
        assertThat(writer.locator("[data-count]")).hasText("1");
        other.locator("[data-arrivals] button").click();
        assertThat(comment(other, DOUBTFUL).locator(".author")).hasText("Ann");
    }

    @Test
    void aDeclinedCommentTellsItsAuthorWhyAndWhoDecided() {
        var article = another();
        var writer = reader("zh-CN", article);

        write(writer, "小满", SPAM);
        assertThat(standing(writer, SPAM)).containsText("系统未予通过:垃圾信息或广告");
        isAccessible(writer);
        comment(writer, SPAM).locator("[data-act=dismiss]").click();
        assertThat(writer.locator(".comment")).hasCount(0);

        var second = another();
        var held = reader("zh-CN", second);
        write(held, "小满", DOUBTFUL);
        decide(second, keptOut(second).id(), "reject");
        held.reload();
        assertThat(standing(held, DOUBTFUL)).containsText("审核员未予通过:其他");
        assertThat(held.locator("[data-count]")).hasText("0");
    }

    @Test
    void anAppealReachesTheModeratorsAndTheirAnswerReachesTheAuthor() {
        var article = another();
        var writer = reader("en", article);
        write(writer, "Ann", SPAM);
        comment(writer, SPAM).locator("[data-act=appeal]").click();
        writer.locator(".panel button[type=submit]").click();
        assertThat(writer.locator(".panel .error")).hasText("Write something first.");
        isAccessible(writer);

        writer.locator(".panel textarea").fill("It was a joke.");
        writer.locator(".panel button[type=submit]").click();

        assertThat(standing(writer, SPAM)).containsText("Your appeal is with the moderators.");
        var id = keptOut(article).id();
        await().atMost(SOON).untilAsserted(() -> {
            var item = winnow.atTheDesk(article, id);
            assertThat(item.path("status").asString()).isEqualTo("flagged");
            assertThat(item.at("/reports/0/reason").asString()).isEqualTo("appeal");
            assertThat(item.at("/reports/0/note").asString()).isEqualTo("It was a joke.");
            assertThat(item.at("/decisions/0/action").asString()).isEqualTo("reject");
        });
        writer.reload();
        assertThat(standing(writer, SPAM)).containsText("Your appeal is with the moderators.");
        decide(article, id, "reject");
        writer.reload();
        assertThat(standing(writer, SPAM)).containsText("Your appeal was considered.");
        assertThat(comment(writer, SPAM).locator("[data-act=appeal]")).hasCount(0);
    }

    @Test
    void sendingAgainIsSafeWhateverBecameOfTheAnswer() {
        var article = another();
        var page = reader("en", article);

        page.context().setOffline(true);
        write(page, "Ann", "Sent once, whatever happens.");
        assertThat(page.locator(".trouble")).containsText("there is no connection");
        isAccessible(page);
        page.context().setOffline(false);
        page.reload();
        assertThat(page.locator(".compose textarea")).hasValue("Sent once, whatever happens.");
        page.route("**/comments", route -> {
            route.fetch();
            route.abort();
        });
        page.locator(".compose input").first().fill("Ann");
        page.locator(".compose button[type=submit]").click();
        assertThat(page.locator(".trouble")).containsText("there is no connection");
        page.unroute("**/comments");
        page.locator(".compose button[type=submit]").click();

        assertThat(page.locator(".own")).hasCount(1);
        assertThat(page.locator(".compose textarea")).hasValue("");
        assertThat(winnow.thread(article))
                .extracting(Winnow.Shown::text)
                .containsExactly("Sent once, whatever happens.");
    }

    @Test
    void whatIsWrongIsSaidAtItsField() {
        var page = reader("en", another());
        var form = page.locator(".compose form");

        form.locator("button[type=submit]").click();
        assertThat(form.locator(".error").nth(0)).hasText("Enter a name.");
        assertThat(form.locator(".error").nth(2)).hasText("Write something first.");
        assertThat(form.locator("input").first()).isFocused();
        isAccessible(page);
        form.locator("input").nth(1).fill("no address");
        write(page, "Ann", "a\u0301".repeat(5) + "x" + "\u0301".repeat(40));
        assertThat(form.locator(".error").nth(1)).hasText("This is not a mail address.");
        assertThat(form.locator(".error").nth(2)).containsText("no control characters");
        assertThat(form.locator("input").nth(1)).isFocused();
        form.locator("textarea").fill("x".repeat(10_001));
        assertThat(form.locator(".left")).hasText("1 character too long");
    }

    @Test
    void aReportNeedsAReasonAndReachesTheDesk() {
        var article = another();
        write(reader("en", article), "Ann", "Something that somebody minds.");
        var page = reader("zh-CN", article);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(winnow.thread(article)).hasSize(1));
        page.reload();

        page.locator("[data-act=report]").click();
        page.locator(".panel button[type=submit]").click();
        assertThat(page.locator(".panel .error").first()).hasText("请选择一个理由,方便审核员判断。");
        isAccessible(page);
        page.getByLabel("与主题无关").check();
        page.locator(".panel textarea").fill("跑题了");
        page.locator(".panel button[type=submit]").click();

        assertThat(page.locator(".standing")).hasText("谢谢,审核员会查看这条评论。");
        page.reload();
        assertThat(page.locator(".acts")).containsText("已举报");
        var id = winnow.thread(article).get(0).id();
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(winnow.atTheDesk(article, id)
                                .at("/reports/0/note")
                                .asString())
                        .isEqualTo("跑题了"));
    }

    @Test
    void readersWriteWithinAnotherSitesPage() {
        var article = another();
        var address = host.put("/blog", """
                <!doctype html>
                <html lang="zh-CN">
                <head><meta charset="utf-8"><title>一篇文章</title></head>
                <body>
                <main><h1>一篇文章</h1><winnow-comments site="default" article="%s"></winnow-comments></main>
                <script type="module" src="%s"></script>
                </body>
                </html>
                """.formatted(article, winnow.articles().resolve("/embed.js")));
        var page = browser.newContext(new NewContextOptions().setReducedMotion(ReducedMotion.REDUCE))
                .newPage();
        page.navigate(address);
        var onThePage = reader("zh-CN", article);

        write(page, "小满", "在别人的网页里写的评论。");

        assertThat(comment(page, "在别人的网页里写的评论。").locator(".you")).hasText("你");
        onThePage.locator("[data-arrivals] button").click();
        assertThat(comment(onThePage, "在别人的网页里写的评论。").locator(".author")).hasText("小满");
        write(page, "小满", DOUBTFUL);
        assertThat(standing(page, DOUBTFUL)).hasText("等待审核,目前只有你能看到。");
        isAccessible(page);
        page.reload();
        assertThat(standing(page, DOUBTFUL)).hasText("等待审核,目前只有你能看到。");
        comment(page, "在别人的网页里写的评论。").locator("[data-act=edit]").click();
        page.locator(".panel textarea").fill("在别人的网页里改过的评论。");
        page.locator(".panel button[type=submit]").click();
        assertThat(comment(onThePage, "在别人的网页里改过的评论。").locator(".edited")).isVisible();
        comment(page, "在别人的网页里改过的评论。").locator("[data-act=withdraw]").click();
        page.locator(".panel .main").click();
        assertThat(comment(onThePage, "在别人的网页里改过的评论。")).hasCount(0);
    }

    @Test
    void theKeyboardAloneIsEnough() {
        var page = reader("en", another());
        page.locator(".compose input").first().focus();

        page.keyboard().type("Ann");
        page.keyboard().press("Tab");
        page.keyboard().press("Tab");
        page.keyboard().type("Written without a mouse.");
        page.keyboard().press("Control+Enter");
        assertThat(page.locator(".own .text")).hasText("Written without a mouse.");
        var edit = page.locator(".own [data-act=edit]");
        edit.focus();
        page.keyboard().press("Enter");
        assertThat(page.locator(".panel textarea")).isFocused();
        page.keyboard().press("Escape");

        assertThat(page.locator(".panel")).hasCount(0);
        assertThat(edit).isFocused();
    }
}
