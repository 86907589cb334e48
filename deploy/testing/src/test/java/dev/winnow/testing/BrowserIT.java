package dev.winnow.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

class BrowserIT {

    private static final String HTML = """
            <!doctype html><html lang="zh-CN"><title>评论</title><main><h1>你好</h1>
            <script>document.querySelector('h1').append(', ' + navigator.language)</script></main></html>
            """;

    @Test
    void aPageIsShownAndItsScriptRunsInTheReadersLanguage() {
        try (var browser = Browser.openOrSkip();
                var reader = browser.newContext(new NewContextOptions().setLocale("zh-CN"))) {
            var page = reader.newPage();

            open(page);

            assertThat(page.title()).isEqualTo("评论");
            assertThat(page.textContent("h1")).isEqualTo("你好, zh-CN");
        }
    }

    @Test
    void aPageCanBeCheckedForAccessibility() {
        try (var browser = Browser.openOrSkip();
                var page = browser.newPage()) {
            open(page);

            assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
        }
    }

    private static void open(Page page) {
        page.navigate("data:text/html;charset=utf-8," + HTML.replace("\n", ""));
    }
}
