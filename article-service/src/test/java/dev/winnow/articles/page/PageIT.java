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
import dev.winnow.events.Status;
import dev.winnow.events.Topics;
import dev.winnow.testing.Browser;
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
    private final String article = "p-" + UUID.randomUUID();

    @BeforeAll
    static void start() {
        browser = Browser.openOrSkip();
        service = Service.start("--winnow.articles.live.retry=200ms");
    }

    @AfterAll
    static void stop() {
        if (service != null) {
            service.close();
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

        assertThat(page.locator(".text")).hasCount(4);
        assertThat(page.locator(".text").nth(2)).hasText(SCRIPT);
        assertThat(page.locator(".text").nth(3)).hasText(SCRIPT);
        assertThat(page.locator(".author").nth(3)).hasText(SCRIPT);
        assertThat(page.title()).isNotEqualTo("owned");
        assertThat(page.locator("main img")).hasCount(0);
    }

    @Test
    void newCommentsAppearInPlaceAndRemovedOnesVanishWithoutReloading() {
        var first = publishThread();
        var page = open(reader("zh-CN"), "");
        page.evaluate("window.sameDocument = true");

        var between = TestComments.approved(article, 90, "中间").by("插队");
        service.publish(
                between, TestComments.approved(article, 100, "回复").by("乙").answering(first));

        assertThat(page.locator(".text")).hasText(new String[] {"第一条\n第二行", "A reply", "回复", "中间", SCRIPT});
        assertThat(page.locator("[data-count]")).hasText("5");
        assertThat(page.locator("[data-announcement]")).not().isEmpty();
        service.publish(between.edited("改过"));
        assertThat(page.locator("#c-" + between.id() + " .text")).hasText("改过");
        assertThat(page.locator("#c-" + between.id() + " .edited")).isVisible();
        service.publish(between.edited("改过").becomes(Status.RETRACTED));
        assertThat(page.locator("#c-" + between.id())).hasCount(0);
        assertThat(page.locator("[data-count]")).hasText("4");
        service.publish(first.becomes(Status.WITHDRAWN));
        assertThat(page.locator(".thread > .comment .text")).hasText(new String[] {"A reply", "回复", SCRIPT});
        assertThat(page.evaluate("window.sameDocument")).isEqualTo(true);
        // What the script made is what the server makes.
        var live = page.locator(".thread").evaluate(SHAPE);
        page.reload();
        assertThat(page.locator(".thread").evaluate(SHAPE)).isEqualTo(live);
    }

    private static final String SHAPE = """
            list => [...list.querySelectorAll('.comment')].map(c => [c.id, c.dataset.time, c.parentElement.className,
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

        service.publish(TestComments.approved(article, 5, "above\n".repeat(5)));
        assertThat(page.locator(".comment")).hasCount(41);

        var after = page.locator("#" + id).boundingBox().y;
        assertThat(Math.abs(after - before)).isLessThan(3);
    }

    @Test
    void aLongThreadHasPagesThatLinksLeadTo() {
        service.publish(IntStream.range(0, 60)
                .mapToObj(i -> TestComments.approved(article, i, "comment " + i))
                .toArray(TestComments[]::new));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(service.json(Service.thread(article))
                                .path("total")
                                .asInt())
                        .isEqualTo(60));
        var page = open(reader("en"), "");
        assertThat(page.locator(".comment")).hasCount(50);

        service.publish(TestComments.approved(article, 100, "belongs on the last page"));
        assertThat(page.locator("[data-more]")).isVisible();
        assertThat(page.locator(".comment")).hasCount(50);
        page.locator(".pages .next").click();

        assertThat(page.locator(".comment")).hasCount(11);
        assertThat(page.locator(".text").last()).hasText("belongs on the last page");
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
