package dev.winnow.articles.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import dev.winnow.articles.Service;
import dev.winnow.articles.TestComments;
import dev.winnow.testing.Browser;
import dev.winnow.testing.HostPages;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The custom element in other people's pages. */
class EmbedIT {

    private static final int LARGEST = 20 * 1024;
    private static final Pattern PART = Pattern.compile("\"((?:\\./|assets/)[^\"]+\\.(?:js|css))\"");

    private static Service service;
    private static Browser browser;
    private static HostPages host;
    private final String article = "e-" + UUID.randomUUID();

    @BeforeAll
    static void start() {
        browser = Browser.openOrSkip();
        host = new HostPages();
        service = Service.start(
                "--winnow.articles.live.retry=200ms",
                "--winnow.sites.default.origins=" + host.origin(),
                "--winnow.articles.writing.address=" + host.origin() + "/ingest");
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
        var first = TestComments.approved(article, 0, "第一条,说得很清楚。");
        var second = TestComments.approved(article, 60, "A reply that is a little longer than the first comment.")
                .by("Ann")
                .answering(first);
        service.publish(first, second, TestComments.approved(article, 120, "<b>third</b>"));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(service.texts(article)).hasSize(3));
        return second;
    }

    private String put(String name) {
        try {
            var html = Files.readString(Path.of("src/test/resources/hosts/" + name + ".html"));
            return host.put(
                    "/" + name + "-" + article,
                    html.replace("{article}", article)
                            .replace("{articles}", service.address("").toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Page reader(int width) {
        return browser.newContext(new NewContextOptions()
                        .setLocale("en")
                        .setViewportSize(width, 900)
                        .setReducedMotion(ReducedMotion.REDUCE))
                .newPage();
    }

    @ParameterizedTest
    @ValueSource(strings = {"blog", "docs", "news"})
    void itLooksAndBehavesAsIfItBelongedThere(String name) {
        publishThread();
        var address = put(name);
        for (var width : List.of(1280, 360)) {
            var page = reader(width);
            var complaints = new ArrayList<String>();
            var asked = new ArrayList<String>();
            page.onConsoleMessage(message -> complaints.add(message.text()));
            page.onPageError(complaints::add);
            page.onRequest(request -> asked.add(request.url()));

            page.navigate(address);

            assertThat(page.locator("winnow-comments .comment")).hasCount(3);
            assertThat(page.locator("winnow-comments .text").last()).hasText("<b>third</b>");
            assertThat(page.locator("winnow-comments h2"))
                    .hasText(name.equals("news") ? Pattern.compile("评论 3") : Pattern.compile("Comments 3"));
            assertThat(new AxeBuilder(page).include("winnow-comments").analyze().getViolations())
                    .isEmpty();
            assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                    .isEqualTo(true);
            assertThat(complaints).isEmpty();
            assertThat(asked)
                    .allMatch(url -> url.startsWith(service.address("/").toString()) || url.equals(address));
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(Path.of("target/screenshots/embed-" + name + "-" + width + ".png")));
            page.context().close();
        }
    }

    @Test
    void itIsLiveAndLinksLeadToComments() {
        var reply = publishThread();
        var page = reader(1280);

        page.navigate(put("docs") + "#c-" + reply.id());

        var linked = page.locator("winnow-comments #c-" + reply.id() + " > .entry");
        assertThat(linked).isFocused();
        service.publish(TestComments.approved(article, 300, "fresh").by("Bo").answering(reply));
        page.locator("[data-arrivals] button").click();
        assertThat(page.locator("winnow-comments .text")).hasText(new String[] {
            "第一条,说得很清楚。", "A reply that is a little longer than the first comment.", "fresh", "<b>third</b>"
        });
        page.getByText("Newest first").click();
        assertThat(page.locator("winnow-comments .thread > .comment > .entry > .text"))
                .hasText(new String[] {"<b>third</b>", "第一条,说得很清楚。"});
        assertThat(page.getByText("Newest first")).isFocused();
    }

    @Test
    void itFollowsThePageFromDarkToLight() {
        publishThread();
        var page = reader(1280);
        page.navigate(put("docs"));
        var section = page.locator("winnow-comments .winnow");
        assertThat(section).hasCSS("color-scheme", "dark");
        assertThat(section).hasCSS("color", "rgb(201, 209, 217)");

        page.evaluate("document.documentElement.dataset.theme = 'light'");

        assertThat(section).hasCSS("color-scheme", "light");
        assertThat(section).hasCSS("color", "rgb(31, 35, 40)");
    }

    @Test
    void aLongThreadIsReadPartByPart() {
        service.publish(IntStream.range(0, 210)
                .mapToObj(i -> TestComments.approved(article, i, "comment " + i))
                .toArray(TestComments[]::new));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(service.json(Service.thread(article))
                                .path("total")
                                .asInt())
                        .isEqualTo(210));
        var page = reader(1280);
        page.navigate(put("blog"));
        assertThat(page.locator("winnow-comments .comment")).hasCount(200);

        page.getByText("More comments").click();

        assertThat(page.locator("winnow-comments .comment")).hasCount(210);
        assertThat(page.getByText("More comments")).isHidden();
    }

    @Test
    void aPageThatMayNotReadSaysSoAndTriesAgain() {
        var page = reader(1280);
        var complaints = new ArrayList<String>();
        page.onConsoleMessage(message -> complaints.add(message.text()));

        page.navigate(put("blog").replace("127.0.0.1", "localhost"));

        assertThat(page.getByText("The comments cannot be read right now.")).isVisible();
        assertThat(page.getByText("Try again")).isVisible();
        assertThat(complaints).anyMatch(said -> said.contains("among the site's origins"));
    }

    @Test
    void allOfItIsSmall() throws IOException {
        var sizes = new LinkedHashMap<String, Integer>();
        var open = new ArrayDeque<>(List.of("/embed.js"));
        while (!open.isEmpty()) {
            var path = open.remove();
            if (sizes.containsKey(path)) {
                continue;
            }
            var text = service.get(path).body();
            sizes.put(path, gzipped(text));
            PART.matcher(text)
                    .results()
                    .map(part -> service.address(path).resolve(part.group(1)).getPath())
                    .forEach(open::add);
        }
        var settings = service.get("/v1/sites/default/articles/" + article + "/widget?lang=zh-CN");
        sizes.put("settings", gzipped(settings.body()));

        assertThat(sizes).containsKeys("/embed.js", "/assets/thread/thread.css", "/assets/thread/form.css");
        assertThat(sizes.values().stream().mapToInt(Integer::intValue).sum())
                .as("%s", sizes)
                .isLessThan(LARGEST);
    }

    private static int gzipped(String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.size();
    }
}
