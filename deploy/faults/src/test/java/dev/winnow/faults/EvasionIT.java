package dev.winnow.faults;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import dev.winnow.testing.Browser;
import dev.winnow.testing.HostPages;
import dev.winnow.testing.Processes;
import java.net.URLEncoder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** What tries to become markup or script stays text, wherever readers and sites can put it and wherever it is shown. */
@TestInstance(Lifecycle.PER_CLASS)
class EvasionIT {

    /** Of each kind that lists of such tricks name, one or two. Each would set a mark on the window. */
    private static final List<String> TRICKS = List.of(
            "<script>window.owned=1</script>",
            "<ScRiPt >window.owned=1</sCrIpT>",
            "<<script>window.owned=1//<</script>",
            "<script/x>window.owned=1</script>",
            "</script><script>window.owned=1</script>",
            "</title><script>window.owned=1</script>",
            "</textarea><img src=x onerror=window.owned=1>",
            "--><script>window.owned=1</script><!--",
            "]]><script>window.owned=1</script>",
            "<img src=x onerror=window.owned=1>",
            "<img src=\"javascript:window.owned=1\">",
            "<img src=`x` onerror=`window.owned=1`>",
            "<IMG \"\"\"><SCRIPT>window.owned=1</SCRIPT>\">",
            "<svg/onload=window.owned=1>",
            "<svg><animate onbegin=window.owned=1 attributeName=x dur=1s>",
            "<math><mtext><img src onerror=window.owned=1></mtext></math>",
            "<body onload=window.owned=1>",
            "<iframe srcdoc='<script>parent.owned=1</script>'></iframe>",
            "<object data=\"data:text/html,<script>parent.owned=1</script>\"></object>",
            "<embed src=\"javascript:window.owned=1\">",
            "<a href=\"javascript:window.owned=1\" autofocus onfocus=window.owned=1>x</a>",
            "<a href=\"java&#x0A;script:window.owned=1\">x</a>",
            "<details open ontoggle=window.owned=1>",
            "<input autofocus onfocus=window.owned=1>",
            "<style>@import 'javascript:window.owned=1';</style>",
            "<link rel=stylesheet href=\"javascript:window.owned=1\">",
            "<meta http-equiv=refresh content=\"0;url=javascript:window.owned=1\">",
            "<base href=\"javascript:/a/../window.owned=1//\">",
            "<template><script>window.owned=1</script></template>",
            "<noscript><p title=\"</noscript><img src=x onerror=window.owned=1>\">",
            "\" onmouseover=\"window.owned=1\" x=\"",
            "' autofocus onfocus='window.owned=1",
            "&lt;script&gt;window.owned=1&lt;/script&gt;",
            "&#60;script&#62;window.owned=1&#60;/script&#62;",
            "\\u003cscript\\u003ewindow.owned=1\\u003c/script\\u003e",
            "%3Cscript%3Ewindow.owned=1%3C/script%3E",
            "\uFF1Cscript\uFF1Ewindow.owned=1\uFF1C/script\uFF1E",
            "${window.owned=1} {{window.owned=1}} #{7*7} [[${7*7}]] [(${7*7})]",
            "\u2028window.owned=1\u2029",
            "__proto__",
            "{\"@context\":\"x\"}</script>");

    private static final Duration SOON = Duration.ofSeconds(60);

    private final Processes processes = new Processes(Repository.OUTPUTS);
    private final HostPages host = new HostPages();
    private final QuickstartProcess quickstart;
    private final Winnow winnow;
    /** An article's id may be hostile, too. */
    private final String article = "\"><svg/onload=window.owned=1>'{{7*7}}${7*7}" + UUID.randomUUID();

    private final String encoded = URLEncoder.encode(article, UTF_8);
    private Browser browser;

    EvasionIT(@TempDir Path folder) {
        quickstart = new QuickstartProcess(
                processes,
                "evasion",
                folder,
                "--winnow.quickstart.demo=false",
                "--winnow.second-opinion.enabled=false",
                "--winnow.ingest.limits.enabled=false",
                "--winnow.sites.default.origins=" + host.origin());
        winnow = quickstart.winnow();
    }

    @BeforeAll
    void start() {
        browser = Browser.openOrSkip();
        quickstart.start();
        host.put(
                "/",
                "<!doctype html><html lang=en><title>host</title><script type=module src='%s'></script>"
                        .formatted(winnow.articles().resolve("/embed.js")));
    }

    @AfterAll
    void end() {
        processes.close();
        host.close();
        if (browser != null) {
            browser.close();
        }
    }

    /** Puts every trick in as name and text, half of them submitted and half imported, under an article named by one. */
    private void fill() {
        assertThat(winnow.register(
                                encoded,
                                Map.of(
                                        "title",
                                        TRICKS.get(4),
                                        "text",
                                        String.join("\n", TRICKS.subList(0, 37)),
                                        "url",
                                        "https://x.example/\"onclick=window.owned=1"))
                        .status())
                .as("an address with a quote is no address")
                .isEqualTo(422);
        assertThat(winnow.register(
                                encoded,
                                Map.of("title", TRICKS.get(4), "text", String.join("\n", TRICKS.subList(0, 37))))
                        .status())
                .isEqualTo(201);
        var lines = new StringBuilder();
        for (var i = 0; i < TRICKS.size(); i++) {
            var trick = TRICKS.get(i);
            if (i % 2 == 0) {
                assertThat(winnow.submit(
                                        encoded,
                                        trick,
                                        text(i),
                                        UUID.randomUUID().toString())
                                .status())
                        .as(trick)
                        .isEqualTo(202);
            } else {
                lines.append(Winnow.JSON.writeValueAsString(Map.of(
                                "id",
                                trick.replace(' ', '/'),
                                "author",
                                Map.of("name", trick),
                                "text",
                                text(i),
                                "submittedAt",
                                "2025-06-20T16:36:49Z")))
                        .append('\n');
            }
        }
        assertThat(winnow.imports(encoded, lines.toString()).body()).contains("\"refused\":0,\"refusedLines\"");
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(winnow.thread(encoded).size()
                                + winnow.keptOut(encoded).size())
                        .isEqualTo(TRICKS.size()));
        for (var kept : winnow.keptOut(encoded)) {
            var revision = winnow.atTheDesk(encoded, kept.id()).path("revision").asLong();
            assertThat(winnow.decide(kept.id(), "approve", revision).status()).isEqualTo(200);
        }
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(winnow.thread(encoded)).hasSize(TRICKS.size()));
    }

    /** No two texts are alike: alike ones would be a campaign. */
    private static String text(int i) {
        return TRICKS.get(i) + " #" + i;
    }

    @Test
    void whatWouldBeMarkupIsText() {
        fill();
        var reader = browser.newContext(new NewContextOptions().setLocale("en"));
        // A hostile answer that is kept in the browser: name, text and a moderator's reason.
        reader.addInitScript("localStorage.setItem(%s, JSON.stringify([%s]))"
                .formatted(
                        js("winnow:default/" + article + ":own"),
                        Winnow.JSON.writeValueAsString(Map.of(
                                "id",
                                TRICKS.get(9),
                                "name",
                                TRICKS.get(9),
                                "text",
                                TRICKS.get(13),
                                "at",
                                "2025-06-20T16:36:49Z",
                                "until",
                                "2099-01-01T00:00:00Z",
                                "status",
                                "rejected",
                                "automated",
                                false,
                                "reason",
                                TRICKS.get(0)))));
        var page = reader.newPage();
        var said = watch(page);

        page.navigate(winnow.articles() + "/sites/default/articles/" + encoded);
        showsAll(page, "#comments");
        assertThat(page.locator("h1")).hasText(TRICKS.get(4));
        var structured = Winnow.JSON.readTree(
                page.locator("script[type='application/ld+json']").textContent());
        assertThat(structured.path("headline").asString()).isEqualTo(TRICKS.get(4));
        var texts = new ArrayList<String>();
        structured
                .path("comment")
                .forEach(comment -> texts.add(comment.path("text").asString()));
        assertThat(texts).hasSize(TRICKS.size()).contains(text(0), text(4), text(40), text(38));
        assertThat(page.locator("article.article :is(img, svg, script, iframe, object, embed, style, a)"))
                .hasCount(0);

        page.navigate(host.origin() + "/");
        page.evaluate(
                "article => { const made = document.createElement('winnow-comments');"
                        + " made.setAttribute('article', article); document.body.append(made); }",
                article);
        showsAll(page, "winnow-comments");
        assertThat(page.evaluate("window.owned")).isNull();
        assertThat(said).isEmpty();
    }

    private static void showsAll(Page page, String where) {
        var thread = page.locator(where);
        assertThat(thread.locator(".comment:not(.own) .text")).hasCount(TRICKS.size());
        assertThat(thread.locator(".own .standing")).containsText(TRICKS.get(0));
        assertThat(thread.locator(".own .author")).hasText(TRICKS.get(9));
        var texts = thread.locator(".text").allTextContents();
        var names = thread.locator(".author").allTextContents();
        for (var i = 0; i < TRICKS.size(); i++) {
            assertThat(texts).contains(text(i));
            assertThat(names).contains(TRICKS.get(i).strip());
        }
        assertThat(thread.locator(":is(img, svg, script, iframe, object, embed, style, link, math, base, template)"))
                .hasCount(0);
        assertThat(page.evaluate("window.owned")).isNull();
    }

    /** Dialogs and what a policy had to stop. */
    private static List<String> watch(Page page) {
        var said = new ArrayList<String>();
        page.onDialog(dialog -> {
            said.add("dialog " + dialog.message());
            dialog.dismiss();
        });
        page.onPageError(said::add);
        page.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")) {
                said.add(message.text());
            }
        });
        return said;
    }

    private static String js(String text) {
        return Winnow.JSON.writeValueAsString(text);
    }
}
