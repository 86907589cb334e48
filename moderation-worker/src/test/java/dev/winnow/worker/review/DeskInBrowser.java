package dev.winnow.worker.review;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.net.URLEncoder.encode;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import dev.winnow.testing.Browser;
import dev.winnow.testing.Infrastructure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/** The desk in a real browser, with the real owner behind, and a worker of its own: its queue holds only its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class DeskInBrowser {

    static final String FLAGGED = "加我微信 abc123 领红包";

    final List<String> complaints = new CopyOnWriteArrayList<>();
    private final List<Predicate<String>> foreseen = new ArrayList<>();
    private final List<BrowserContext> contexts = new ArrayList<>();
    private Browser browser;
    Desk desk;

    @BeforeAll
    void open() {
        PlaywrightAssertions.setDefaultAssertionTimeout(60_000);
        browser = Browser.openOrSkip();
        desk = Desk.start(Infrastructure.kafka(), Infrastructure.mongo("desk-" + UUID.randomUUID()), Desk.PATIENT);
    }

    @AfterAll
    void close() {
        if (desk != null) {
            desk.close();
        }
        if (browser != null) {
            browser.close();
        }
    }

    @AfterEach
    void theBrowserDidNotComplain() {
        contexts.forEach(BrowserContext::close);
        contexts.clear();
        var unforeseen = complaints.stream()
                .filter(words -> foreseen.stream().noneMatch(kind -> kind.test(words)))
                .toList();
        complaints.clear();
        foreseen.clear();
        assertThat(unforeseen).isEmpty();
    }

    /** Foresees complaints of the browser: they come when they come, so what a test brings about is said before it is. */
    void mayComplainOf(String... words) {
        foreseen.add(complaint -> Stream.of(words).allMatch(complaint::contains));
    }

    static void check(Page page) {
        var violations = new AxeBuilder(page).analyze().getViolations();
        assertThat(violations)
                .as(() -> violations.stream()
                        .map(rule ->
                                rule.getId() + ": " + rule.getNodes().get(0).getHtml())
                        .toList()
                        .toString())
                .isEmpty();
        assertThat(page.evaluate("() => document.documentElement.scrollWidth <= innerWidth"))
                .isEqualTo(true);
    }

    void approve(ReviewItem item, String moderator) {
        desk.moderator(moderator)
                .post()
                .uri("/v1/review/comments/{id}/decisions", item.id())
                .bodyValue(Map.of("decision", "approve", "revision", item.revision()))
                .exchange()
                .expectStatus()
                .isOk();
    }

    Page signedIn(String language, String moderator, int width, ColorScheme scheme) {
        var page = page(language, width, scheme);
        signIn(page, moderator, Desk.PASSWORD);
        assertThat(page.locator("#moderator")).hasText(moderator);
        return page;
    }

    Page atTheQueueOf(String article, String language, String moderator) {
        var page = signedIn(language, moderator, 1280, ColorScheme.LIGHT);
        page.navigate(address("/review?article=" + encode(article, UTF_8)));
        return page;
    }

    void signIn(Page page, String name, String password) {
        page.navigate(address("/review"));
        page.fill("#username", name);
        page.fill("#password", password);
        page.click("button[type=submit]");
    }

    Page page(String language, int width, ColorScheme scheme) {
        BrowserContext context = browser.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setLocale(language)
                .setViewportSize(width, 800)
                .setColorScheme(scheme));
        contexts.add(context);
        // Whoever signs in is given the oldest comment, which somebody of an earlier test may still have open.
        mayComplainOf("409", "/claim");
        context.setDefaultTimeout(60_000);
        var page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text() + " at " + message.location());
            }
        });
        page.onPageError(complaints::add);
        return page;
    }

    String address(String path) {
        return "http://localhost:" + desk.port() + path;
    }

    static String entry(ReviewItem item) {
        return "li[data-id='" + item.id() + "'] a";
    }
}
