package dev.winnow.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.winnow.testing.Processes;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody sees who starts the quickstart for the first time. */
@TestInstance(Lifecycle.PER_CLASS)
class QuickstartIT {

    private static final String ARTICLE = "ai-foundations";
    private static final String SECOND_ARTICLE = "worth-reading";
    private static final Duration SOON = Duration.ofSeconds(20);

    private final Processes processes = new Processes(Repository.OUTPUTS);
    private final QuickstartProcess quickstart;
    private final Winnow winnow;

    QuickstartIT(@TempDir Path folder) {
        quickstart = new QuickstartProcess(processes, "quickstart", folder);
        winnow = quickstart.winnow();
    }

    @BeforeAll
    void start() {
        quickstart.start();
    }

    @AfterAll
    void end() {
        processes.close();
    }

    @Test
    void thePageShowsTheSevenCommentsInOrderWithTheirTimes() {
        var page = winnow.page(ARTICLE);

        assertThat(page.status()).isEqualTo(200);
        var authors = List.of("西边林上云", "岁月不署名", "执笔画浮尘", "临渊", "红颜情断肠", "蓝颜甚好奈何有情", "雪后初暖阳");
        assertThat(page.body())
                .containsSubsequence(authors)
                .contains("2025-06-21 00:36")
                .contains("AI大模型需要的基础究竟是什么");
    }

    @ParameterizedTest
    @ValueSource(strings = {ARTICLE, SECOND_ARTICLE})
    void spamAndAbuseAreKeptOutWithAReason(String article) throws Exception {
        var unwanted = texts(article, "unwanted.ndjson");

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(winnow.keptOut(article))
                        .extracting(Winnow.Shown::text)
                        .containsAll(unwanted));

        assertThat(winnow.thread(article)).extracting(Winnow.Shown::text).doesNotContainAnyElementsOf(unwanted);
        for (var kept : winnow.keptOut(article)) {
            assertThat(winnow.atTheDesk(article, kept.id()).path("signals"))
                    .as(kept.text())
                    .isNotEmpty();
        }
    }

    @Test
    void theSecondThreadHasItsHarmlessCommentsInBothLanguages() throws Exception {
        assertThat(winnow.thread(SECOND_ARTICLE))
                .extracting(Winnow.Shown::text)
                .containsAll(texts(SECOND_ARTICLE, "comments.ndjson"));
    }

    @Test
    void aHarmlessCommentAppearsAndIsCounted() {
        var before = Winnow.metric(winnow.ingest(), "winnow_ingest_accepted_total", "kind=\"submitted\"");

        var answer = winnow.submit("fresh", "小满", "这篇文章把数据的重要性讲得很清楚。", "harmless");

        assertThat(answer.status()).isEqualTo(202);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(winnow.thread("fresh"))
                        .extracting(Winnow.Shown::id)
                        .containsExactly(answer.json().path("id").asString()));
        assertThat(Winnow.metric(winnow.ingest(), "winnow_ingest_accepted_total", "kind=\"submitted\""))
                .isGreaterThan(before);
        assertThat(Winnow.metric(winnow.worker(), "winnow_worker_screened_total", "outcome=\"approve\""))
                .isPositive();
        assertThat(Winnow.metric(winnow.articles(), "winnow_articles_visible_seconds_count"))
                .isPositive();
    }

    @Test
    void anAdvertisementWaitsForAModeratorWhoApprovesIt() {
        var text = "加微信 abc123456 兼职日结500";
        var id = winnow.submit("approved", "小雅", text, "advertisement")
                .json()
                .path("id")
                .asString();
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(winnow.keptOut("approved"))
                        .extracting(Winnow.Shown::id)
                        .containsExactly(id));
        assertThat(winnow.thread("approved")).isEmpty();

        var waiting = winnow.atTheDesk("approved", id);
        assertThat(waiting.path("signals")).isNotEmpty();
        var decided = winnow.decide(id, "approve", waiting.path("revision").asLong());

        assertThat(decided.status()).as(decided.body()).isEqualTo(200);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(winnow.thread("approved"))
                        .extracting(Winnow.Shown::text)
                        .containsExactly(text));
        assertThat(Winnow.metric(winnow.worker(), "winnow_worker_review_decisions_total"))
                .isPositive();
    }

    @Test
    void theAddressesThatItPrintsAnswer() {
        var printed = Pattern.compile("http://127\\.0\\.0\\.1:\\d+/\\S*")
                .matcher(quickstart.running().output())
                .results()
                .map(found -> found.group())
                .filter(address -> !address.endsWith("/comments"))
                .toList();

        assertThat(printed).hasSizeGreaterThanOrEqualTo(6);
        for (var address : printed) {
            assertThat(Winnow.open(URI.create(address)).status()).as(address).isIn(200, 302, 303);
        }
    }

    @Test
    void nothingElseIsPrinted() {
        assertThat(quickstart.running().output().strip())
                .startsWith("Winnow is ready.")
                .endsWith("goes on from there");
    }

    private static List<String> texts(String article, String name) throws Exception {
        var file = Repository.TOP.resolve(
                "deploy/quickstart/src/main/resources/demonstration/%s/%s".formatted(article, name));
        return Files.readAllLines(file).stream()
                .map(line -> Winnow.JSON.readTree(line).path("text").asString())
                .toList();
    }
}
