package dev.winnow.articles.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import dev.winnow.articles.Service;
import dev.winnow.articles.TestComments;
import dev.winnow.events.Article;
import dev.winnow.events.EventJson;
import dev.winnow.events.Status;
import dev.winnow.events.Topics;
import dev.winnow.testing.Browser;
import dev.winnow.testing.HostPages;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The article page in a real browser. */
class PageIT {

    private static final String SCRIPT = "<script>document.title='owned'</script><img src=x onerror=alert(1)> \"'&";
    private static Service service;
    private static Browser browser;
    private static HostPages host;
    private final String article = "p-" + UUID.randomUUID();

    @BeforeAll
    static void start() {
        browser = Browser.openOrSkip();
        host = new HostPages();
        service =
                Service.start("--winnow.articles.live.retry=200ms", "--winnow.sites.default.origins=" + host.origin());
    }

    @AfterAll
    static void stop() {
        if (service != null) {
            service.close();
            host.close();
            browser.close();
        }
    }

    private TestComments publishThread() {
        service.send(TestComments.record(
                Topics.ARTICLES,
                new Article(
                        "default",
                        article,
                        "AI大模型需要的基础究竟是什么?",
                        "https://blog.example/1",
                        Instant.parse("2025-06-20T01:00:00Z"),
                        "开头一段。\n## 算法\n- 一\n- 二\n结尾。",
                        Article.Comments.OPEN,
                        TestComments.START)));
        var first = TestComments.approved(article, 0, "第一条\n第二行");
        service.publish(
                first,
                TestComments.approved(article, 60, "A reply").by("Ann").answering(first),
                TestComments.approved(article, 120, SCRIPT).by("<b>x</b>"));
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            assertThat(service.texts(article)).hasSize(3);
            assertThat(service.get("/v1/sites/default/articles/" + article).statusCode())
                    .isEqualTo(200);
        });
        return first;
    }

    private Page open(NewContextOptions options, String query) {
        var page = browser.newContext(options).newPage();
        page.navigate(
                service.address("/sites/default/articles/" + article + query).toString());
        return page;
    }

    private static NewContextOptions reader(String language) {
        return new NewContextOptions().setLocale(language).setReducedMotion(ReducedMotion.REDUCE);
    }

    @Test
    void withoutJavaScriptThePageIsComplete() {
        publishThread();

        var page = open(reader("zh-CN").setJavaScriptEnabled(false), "");

        assertThat(page.locator("h1")).hasText("AI大模型需要的基础究竟是什么?");
        assertThat(page.locator(".prose li")).hasText(new String[] {"一", "二"});
        assertThat(page.locator("#comments-title")).hasText("评论 3");
        assertThat(page.locator(".author")).hasText(new String[] {"西边林上云", "Ann", "<b>x</b>"});
        assertThat(page.locator(".thread > .comment")).hasCount(2);
        assertThat(page.locator(".replies .text")).hasText("A reply");
        assertThat(page.locator(".thread time").first()).hasText("2025-06-21 00:36");
        assertThat(page.locator(".thread time").first()).hasAttribute("datetime", "2025-06-20T16:36:49Z");
    }

    @Test
    void whatReadersWriteIsTextAndNothingElse() {
        publishThread();

        var page = open(reader("en"), "");
        service.publish(TestComments.approved(article, 180, SCRIPT).by(SCRIPT));
        showArrived(page, "1 new comment");

        assertThat(page.locator(".text")).hasCount(4);
        assertThat(page.locator(".text").nth(2)).hasText(SCRIPT);
        assertThat(page.locator(".text").nth(3)).hasText(SCRIPT);
        assertThat(page.locator(".author").nth(3)).hasText(SCRIPT);
        assertThat(page.title()).isNotEqualTo("owned");
        assertThat(page.locator("main img")).hasCount(0);
    }

    private static void showArrived(Page page, String words) {
        var button = page.locator("[data-arrivals] button");
        assertThat(button).hasText(words);
        button.click();
        assertThat(button).isHidden();
    }

    @Test
    void newCommentsWaitBehindAButtonAndChangesHappenInPlace() {
        var first = publishThread();
        var page = open(reader("zh-CN"), "");
        page.evaluate("window.sameDocument = true");

        var between = TestComments.approved(article, 90, "中间").by("插队");
        var reply = TestComments.approved(article, 100, "回复").by("乙").answering(first);
        service.publish(
                between, reply, TestComments.approved(article, 110, "再回复").answering(reply));

        assertThat(page.locator("[data-announcement]")).hasText("3 条新评论");
        assertThat(page.locator(".text")).hasCount(3);
        showArrived(page, "3 条新评论");
        assertThat(page.locator(".text")).hasText(new String[] {"第一条\n第二行", "A reply", "回复", "再回复", "中间", SCRIPT});
        assertThat(page.locator("#c-" + reply.id() + " > .entry")).isFocused();
        assertThat(page.locator("[data-count]")).hasText("6");
        service.publish(between.edited("改过"));
        assertThat(page.locator("#c-" + between.id() + " .text")).hasText("改过");
        assertThat(page.locator("#c-" + between.id() + " .edited")).isVisible();
        service.publish(between.edited("改过").becomes(Status.RETRACTED));
        assertThat(page.locator("#c-" + between.id())).hasCount(0);
        assertThat(page.locator("[data-count]")).hasText("5");
        service.publish(first.becomes(Status.WITHDRAWN));
        assertThat(page.locator(".thread > .comment > .entry .text")).hasText(new String[] {"A reply", "回复", SCRIPT});
        assertThat(page.evaluate("window.sameDocument")).isEqualTo(true);
        // What the script made is what the server makes.
        var live = page.locator(".thread").evaluate(SHAPE);
        page.reload();
        assertThat(page.locator(".thread").evaluate(SHAPE)).isEqualTo(live);
    }

    @Test
    void aLongExchangeIsFoldedAndALinkIntoItOpensTheFold() {
        var chain = new TestComments[8];
        for (var i = 0; i < chain.length; i++) {
            var comment = TestComments.approved(article, i, "step " + i).by("author " + i);
            chain[i] = i == 0 ? comment : comment.answering(chain[i - 1]);
        }
        service.publish(chain);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(service.texts(article)).hasSize(8));
        var last = chain[7].id();

        var plain = open(reader("en").setJavaScriptEnabled(false), "");
        assertThat(plain.getByText("5 more replies")).isVisible();
        assertThat(plain.getByText("step 7")).isHidden();
        plain.getByText("5 more replies").click();
        assertThat(plain.getByText("step 7")).isVisible();
        assertThat(open(reader("en").setJavaScriptEnabled(false), "?comment=" + last + "#c-" + last)
                        .getByText("step 7"))
                .isVisible();

        var page = open(reader("en"), "#c-" + last);
        assertThat(page.getByText("step 7")).isVisible();
        assertThat(page.locator("#c-" + last + " > .entry")).isFocused();
        assertThat(page.locator("#c-" + last + " .reply-to bdi")).hasText("author 6");
        service.publish(
                TestComments.approved(article, 100, "one more").by("late").answering(chain[7]));
        showArrived(page, "1 new comment");
        assertThat(page.locator("summary")).hasText("6 more replies");
        service.publish(chain[1].becomes(Status.RETRACTED));
        assertThat(page.locator(".thread > .comment")).hasCount(2);
        var live = page.locator(".thread").evaluate(SHAPE);
        page.reload();
        assertThat(page.locator(".thread").evaluate(SHAPE)).isEqualTo(live);
    }

    private static final String SHAPE = """
            list => [...list.querySelectorAll('.comment')].map(c => [c.id, c.dataset.time, c.parentElement.className,
              c.parentElement.closest('.comment')?.id, c.parentElement.closest('.fold')?.querySelector('summary').textContent,
              ...['.author', '.text', 'time', '.monogram'].map(s => c.querySelector(s).textContent),
              c.querySelector('.monogram').className].join('|'))""";

    @Test
    void whatOneReadsDoesNotJump() {
        service.publish(IntStream.range(0, 40)
                .mapToObj(i -> TestComments.approved(article, i * 10, "comment " + i))
                .toArray(TestComments[]::new));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(service.texts(article)).hasSize(40));
        var page = open(reader("en"), "");
        var read = page.locator(".comment").nth(30);
        read.evaluate("e => window.scrollTo(0, e.offsetTop - 100)");
        var before = read.boundingBox().y;
        var id = read.getAttribute("id");

        service.publish(
                TestComments.approved(article, 5, "above\n".repeat(5)), TestComments.approved(article, 6, "too"));
        assertThat(page.locator("[data-announcement]")).hasText("2 new comments");
        assertThat(page.locator(".comment")).hasCount(40);

        var after = page.locator("#" + id).boundingBox().y;
        assertThat(Math.abs(after - before)).isLessThan(3);
    }

    @Test
    void aLongThreadHasPagesThatLinksLeadTo() {
        var comments = IntStream.range(0, 210)
                .mapToObj(i -> TestComments.approved(article, i, "comment " + i))
                .toArray(TestComments[]::new);
        service.publish(comments);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(service.json(Service.thread(article))
                                .path("total")
                                .asInt())
                        .isEqualTo(210));
        var page = open(reader("en"), "");
        assertThat(page.locator(".comment")).hasCount(200);

        service.publish(TestComments.approved(article, 300, "belongs on the last page"));
        assertThat(page.locator("[data-more]")).isVisible();
        assertThat(page.locator(".comment")).hasCount(200);
        page.locator(".pages .next").click();

        assertThat(page.locator(".comment")).hasCount(11);
        assertThat(page.locator(".text").last()).hasText("belongs on the last page");
        var id = comments[205].id();
        var linked = open(reader("en"), "?comment=" + id + "#c-" + id);
        assertThat(linked.locator("#c-" + id + " > .entry")).isFocused();
        assertThat(linked.locator(".pages a").first()).hasText("Back to the first page");
    }

    @Test
    void timesAreRelativeWhileTheyAreFreshAndExactForWhoeverAsks() {
        var fresh = TestComments.approved(article, 0, "fresh").at(Instant.now().minusSeconds(3 * 3600 + 60));
        service.publish(fresh, TestComments.approved(article, 0, "old"));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(service.texts(article)).hasSize(2));

        var page = open(reader("zh-CN"), "");

        assertThat(page.locator(".thread time").first()).hasText("2025-06-21 00:36");
        var when = page.locator("#c-" + fresh.id() + " .when");
        assertThat(when.locator("time")).hasText("3小时前");
        assertThat(when.locator(".exact")).isHidden();
        when.focus();
        assertThat(when.locator(".exact")).isVisible();
        assertThat(when.locator(".exact"))
                .hasText(new SiteClock(java.time.ZoneId.of("Asia/Shanghai")).show(fresh.submittedAt()));
    }

    @Test
    void searchEnginesAndSharedLinksGetTheArticleAndItsComments() {
        var first = publishThread();

        var page = open(reader("zh-CN").setJavaScriptEnabled(false), "");

        var json = EventJson.MAPPER.readTree(
                page.locator("script[type='application/ld+json']").textContent());
        assertThat(json.path("headline").asString()).isEqualTo("AI大模型需要的基础究竟是什么?");
        assertThat(json.path("commentCount").asInt()).isEqualTo(3);
        assertThat(json.at("/comment/0/text").asString()).isEqualTo("第一条\n第二行");
        assertThat(json.at("/comment/1/parentItem/@id").asString())
                .isEqualTo(json.at("/comment/0/@id").asString())
                .endsWith("?comment=" + first.id() + "#c-" + first.id());
        assertThat(json.at("/comment/2/text").asString()).isEqualTo(SCRIPT);
        assertThat(page.locator("meta[property='og:title']")).hasAttribute("content", "AI大模型需要的基础究竟是什么?");
        assertThat(page.locator("meta[property='og:description']")).hasAttribute("content", "开头一段。");
        assertThat(page.locator("link[rel=canonical]"))
                .hasAttribute(
                        "href",
                        service.address("/sites/default/articles/" + article).toString());
    }

    @Test
    void listsOfArticlesShowTheirCountsWithOneRequest() {
        publishThread();
        var page = browser.newContext(reader("en")).newPage();
        var asked = new java.util.ArrayList<String>();
        page.onRequest(request -> {
            if (request.url().contains("/counts?")) {
                asked.add(request.url());
            }
        });
        var list =
                "<span data-winnow-count='%s'></span><b data-winnow-count='nobody-was-here'>–</b><i data-winnow-count='%1$s'></i>"
                        + "<script type='module' src='%s'></script>";
        page.navigate(host.put("/list", list.formatted(article, service.address("/counts.js"))));

        assertThat(page.locator("span")).hasText("3");
        assertThat(page.locator("i")).hasText("3");
        assertThat(page.locator("b")).hasText("0");
        assertThat(asked).hasSize(1);
    }

    @Test
    void eachReaderGetsTheirLanguage() {
        publishThread();

        assertThat(open(reader("en-GB"), "").locator("#comments-title")).hasText("Comments 3");
        assertThat(open(reader("zh-TW"), "").locator("#comments-title")).hasText("评论 3");
        assertThat(open(reader("fr"), "").locator("html")).hasAttribute("lang", "zh-CN");
        var switched = open(reader("zh-CN"), "?lang=en");
        assertThat(switched.locator("html")).hasAttribute("lang", "en");
        switched.locator("footer a[lang=zh-CN]").click();
        assertThat(switched.locator("html")).hasAttribute("lang", "zh-CN");
    }

    @Test
    void thePageIsAccessibleInBothLanguagesLightAndDarkLargeAndSmall() {
        publishThread();
        for (var language : List.of("zh-CN", "en")) {
            for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                for (var width : List.of(1280, 360)) {
                    var page = open(reader(language).setColorScheme(scheme).setViewportSize(width, 800), "");
                    assertThat(page.locator(".comment")).hasCount(3);

                    assertThat(new AxeBuilder(page).analyze().getViolations())
                            .as("%s %s %s", language, scheme, width)
                            .isEmpty();
                    assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                            .isEqualTo(true);
                    screenshot(page, language + "-" + scheme + "-" + width);
                    page.context().close();
                }
            }
        }
    }

    private static void screenshot(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of("target/screenshots/" + name.toLowerCase(java.util.Locale.ROOT) + ".png")));
    }

    @Test
    void nothingOnThePageMayComeFromElsewhere() {
        publishThread();
        BrowserContext context = browser.newContext(reader("en"));
        var page = context.newPage();
        var complaints = new java.util.ArrayList<String>();
        page.onConsoleMessage(message -> complaints.add(message.text()));
        page.onPageError(complaints::add);

        var answer = page.navigate(
                service.address("/sites/default/articles/" + article).toString());
        assertThat(page.locator(".comment")).hasCount(3);

        assertThat(answer.headers().get("content-security-policy")).contains("default-src 'none'");
        assertThat(complaints).isEmpty();
    }

    @Test
    void anUnknownSiteIsExplainedToPeople() {
        var page = browser.newContext(reader("en")).newPage();

        var answer = page.navigate(service.address("/sites/nowhere/articles/a").toString());

        assertThat(answer.status()).isEqualTo(404);
        assertThat(page.locator("h1")).hasText("There is nothing here");
    }
}
