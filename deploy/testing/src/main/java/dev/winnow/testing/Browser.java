package dev.winnow.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The system's own Chromium, driven by Playwright. As any of Playwright's objects it is used by the thread that opened
 * it only.
 */
public final class Browser implements AutoCloseable {

    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
    private static final List<Path> ELSEWHERE =
            List.of(Path.of("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"));
    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser browser;

    private Browser(Path executable) {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new LaunchOptions().setExecutablePath(executable).setArgs(ARGUMENTS));
    }

    /** Opens the browser, or skips the test and says so where there is none. */
    public static Browser openOrSkip() {
        var executable = find();
        assumeTrue(executable.isPresent(), "Skipped: no Chromium here. Install one, or name it in CHROMIUM_PATH.");
        return new Browser(executable.orElseThrow());
    }

    /** Where the browser is: {@code CHROMIUM_PATH} if it is set, else the first on the search path. */
    public static Optional<Path> find() {
        var named = System.getenv("CHROMIUM_PATH");
        var candidates = named == null || named.isBlank() ? usualPlaces() : Stream.of(Path.of(named));
        return candidates.filter(Files::isExecutable).findFirst();
    }

    private static Stream<Path> usualPlaces() {
        var path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        var folders = Stream.concat(Stream.of("/usr/bin"), Stream.of(path.split(File.pathSeparator)));
        var onPath = folders.flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)));
        return Stream.concat(onPath, ELSEWHERE.stream());
    }

    /** A page with cookies and storage of its own. */
    public Page newPage() {
        return browser.newPage();
    }

    /** A context, for several pages of one reader, or for a language, a size or a colour scheme. */
    public BrowserContext newContext(com.microsoft.playwright.Browser.NewContextOptions options) {
        return browser.newContext(options);
    }

    @Override
    public void close() {
        playwright.close();
    }
}
