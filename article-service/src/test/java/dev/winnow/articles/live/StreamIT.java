package dev.winnow.articles.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.winnow.articles.Service;
import dev.winnow.articles.TestComments;
import dev.winnow.events.Status;
import dev.winnow.testing.Infrastructure;
import java.time.Duration;
import java.util.HashSet;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Streams, on two instances that share a database, of which the second remembers almost nothing. */
class StreamIT {

    private static final String DATABASE = Infrastructure.mongo(Service.database());
    private static Service first;
    private static Service forgetful;
    private final String article = "s-" + UUID.randomUUID();

    @BeforeAll
    static void start() {
        first = instance("--winnow.articles.live.heartbeat=200ms");
        forgetful = instance("--winnow.articles.live.recent=3", "--winnow.articles.live.resent=20");
    }

    private static Service instance(String... settings) {
        return Service.startOn(
                Infrastructure.kafka(),
                DATABASE,
                Stream.concat(Stream.of("--winnow.articles.live.retry=100ms"), Stream.of(settings))
                        .toArray(String[]::new));
    }

    @AfterAll
    static void stop() {
        forgetful.close();
        first.close();
    }

    private void awaitTexts(Service service, String... texts) {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(service.texts(article)).containsExactly(texts));
    }

    private String positionOf(Service service) {
        return service.get(Service.thread(article))
                .headers()
                .firstValue("Winnow-Position")
                .orElseThrow();
    }

    @Test
    void whatHappensIsTold() throws Exception {
        var comment = TestComments.approved(article, 1, "one");
        first.publish(comment);
        awaitTexts(first, "one");

        try (var stream = EventStream.open(first, article, positionOf(first))) {
            first.publish(comment.edited("one, better"));
            stream.awaitTold("comment one, better");
            first.publish(comment.edited("one, better").becomes(Status.RETRACTED));
            stream.awaitTold("comment one, better", "removal " + comment.id());
            first.publish(TestComments.approved("another", 1, "elsewhere"));
            first.publish(TestComments.approved(article, 3, "two"));
            stream.awaitTold("comment one, better", "removal " + comment.id(), "comment two");
        }
    }

    @Test
    void betweenAPageAndItsStreamNothingIsMissed() throws Exception {
        first.publish(TestComments.approved(article, 1, "on the page"));
        awaitTexts(first, "on the page");
        var position = positionOf(first);

        first.publish(TestComments.approved(article, 2, "in between"));
        awaitTexts(first, "on the page", "in between");

        try (var stream = EventStream.open(first, article, position)) {
            first.publish(TestComments.approved(article, 3, "live"));
            stream.awaitTold("comment in between", "comment live");
        }
    }

    @Test
    void aReaderGoesOnAtAnInstanceThatMustAskTheStore() throws Exception {
        var gone = TestComments.approved(article, 1, "gone later");
        first.publish(gone);
        awaitTexts(first, "gone later");
        var position = positionOf(first);

        first.publish(gone.becomes(Status.WITHDRAWN), TestComments.approved(article, 2, "missed"));
        // So much happens elsewhere that the instance remembers nothing of this thread.
        IntStream.range(0, 30).forEach(i -> first.publish(TestComments.approved("noise", i, "noise")));
        awaitTexts(forgetful, "missed");

        try (var stream = EventStream.open(forgetful, article, position)) {
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(stream.told())
                            .containsExactlyInAnyOrder("removal " + gone.id(), "comment missed"));
            first.publish(TestComments.approved(article, 3, "live"));
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(stream.told()).hasSize(3).endsWith("comment live"));
        }
    }

    @Test
    void whoMissedTooMuchIsToldToReadAnew() throws Exception {
        first.publish(TestComments.approved(article, 0, "start"));
        awaitTexts(first, "start");
        var position = positionOf(first);
        IntStream.range(1, 31).forEach(i -> first.publish(TestComments.approved(article, i, "x" + i)));
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(forgetful.texts(article)).hasSize(31));

        try (var missed = EventStream.open(forgetful, article, position);
                var nonsense = EventStream.open(first, article, "no position")) {
            missed.awaitTold("reset ");
            nonsense.awaitTold("reset ");
            first.publish(TestComments.approved(article, 60, "live"));
            missed.awaitTold("reset ", "comment live");
            nonsense.awaitTold("reset ", "comment live");
        }
    }

    @Test
    void aRestartLosesNothingAndRepeatsNothing() throws Exception {
        var database = Infrastructure.mongo(Service.database());
        String seen;
        try (var before = Service.startOn(Infrastructure.kafka(), database);
                var stream = EventStream.open(before, article, null)) {
            before.publish(TestComments.approved(article, 1, "before"));
            stream.awaitTold("comment before");
            seen = stream.lastEventId();
        }
        first.publish(TestComments.approved(article, 2, "meanwhile"));

        try (var after = Service.startOn(Infrastructure.kafka(), database);
                var stream = EventStream.open(after, article, seen)) {
            stream.awaitTold("comment meanwhile");
            first.publish(TestComments.approved(article, 3, "after"));
            stream.awaitTold("comment meanwhile", "comment after");
        }
    }

    @Test
    void stoppingEndsStreamsAtOnce() throws Exception {
        var service = instance();
        try (var stream = EventStream.open(service, article, null)) {
            var start = System.nanoTime();
            service.close();
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(9));
            await().untilAsserted(() -> assertThat(stream.wasInterrupted()).isTrue());
        }
    }

    @Test
    void aSilentStreamSaysThatItLivesAndHowFarItIs() throws Exception {
        try (var stream = EventStream.open(first, article, null)) {
            var ids = new HashSet<String>();
            first.publish(TestComments.approved("another-" + article, 1, "elsewhere"));
            await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
                ids.add(stream.lastEventId());
                assertThat(ids).hasSizeGreaterThan(1);
            });
            assertThat(stream.told()).isEmpty();
        }
    }

    @Test
    void moreReadersThanAllowedAreAskedToComeBack() throws Exception {
        try (var small = instance("--winnow.articles.live.readers=1");
                var stream = EventStream.open(small, article, null)) {
            var refused = small.get(Service.thread(article) + "/stream");

            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.headers().firstValue("Retry-After")).isPresent();
            assertThat(refused.body()).contains("urn:winnow:problem:unavailable");
            assertThat(stream.wasInterrupted()).isFalse();
            assertThat(small.get("/actuator/prometheus").body()).contains("winnow_articles_readers 1.0");
        }
    }
}
