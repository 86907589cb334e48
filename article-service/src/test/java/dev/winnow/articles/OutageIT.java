package dev.winnow.articles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.winnow.events.Status;
import dev.winnow.testing.RestartableKafka;
import dev.winnow.testing.RestartableStore;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What readers notice while Kafka or the store is away, and what is there afterwards. */
class OutageIT {

    @Test
    void whileTheStoreIsAwayHotThreadsGoOnAndAfterwardsEverythingIsThere(@TempDir Path folder) {
        try (var kafka = RestartableKafka.start(folder.resolve("kafka"));
                var store = RestartableStore.start(folder.resolve("store"));
                var service = Service.startOn(
                        kafka.bootstrapServers(), store.uri("articles"), "--winnow.articles.store.timeout=500ms")) {
            service.publish(TestComments.approved("hot", 0, "before"));
            awaitTexts(service, "hot", "before");
            store.stop();

            service.publish(TestComments.approved("hot", 1, "meanwhile"), TestComments.approved("cold", 1, "cold"));

            awaitTexts(service, "hot", "before", "meanwhile");
            var start = System.nanoTime();
            var cold = service.get(Service.thread("cold"));
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
            assertThat(cold.statusCode()).isEqualTo(503);
            assertThat(cold.headers().firstValue("Retry-After")).isPresent();
            assertThat(service.get("/sites/default/articles/hot").statusCode()).isEqualTo(200);
            assertThat(service.get("/sites/default/articles/cold", "Accept", "text/html")
                            .statusCode())
                    .isEqualTo(503);
            assertThat(service.get("/actuator/health/readiness").statusCode()).isEqualTo(200);

            IntStream.range(0, 50).forEach(i -> service.publish(TestComments.approved("later", i, "x" + i)));
            store.startAgain();

            await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
                assertThat(service.texts("cold")).containsExactly("cold");
                assertThat(service.texts("later")).hasSize(50);
            });
        }
    }

    @Test
    void whileKafkaIsAwayReadingGoesOnAndAfterwardsNothingIsMissing(@TempDir Path folder) {
        try (var kafka = RestartableKafka.start(folder.resolve("kafka"));
                var store = RestartableStore.start(folder.resolve("store"))) {
            var comment = TestComments.approved("a", 0, "stays");
            var cold = TestComments.approved("cold", 0, "cold");
            try (var service = Service.startOn(kafka.bootstrapServers(), store.uri("articles"))) {
                service.publish(comment, cold);
                awaitTexts(service, "a", "stays");
                await().untilAsserted(() -> assertThat(service.get(Service.thread("cold") + "/" + cold.id())
                                .statusCode())
                        .isEqualTo(200));
                kafka.stop();

                assertThat(service.texts("a")).containsExactly("stays");
                assertThat(service.texts("cold")).containsExactly("cold");
                assertThat(service.get("/actuator/health/readiness").statusCode())
                        .isEqualTo(200);
                await().atMost(Duration.ofSeconds(20))
                        .untilAsserted(
                                () -> assertThat(service.get("/actuator/health").body())
                                        .contains("\"live\":\"away\""));

                kafka.startAgain();
                service.publish(comment.becomes(Status.RETRACTED), TestComments.approved("a", 1, "new"));
                awaitTexts(service, "a", "new");
            }
        }
    }

    @Test
    void itStartsAndReadsWhileKafkaIsAwayAndFollowsOnceItIsThere(@TempDir Path folder) {
        try (var kafka = RestartableKafka.start(folder.resolve("kafka"));
                var store = RestartableStore.start(folder.resolve("store"))) {
            try (var before = Service.startOn(kafka.bootstrapServers(), store.uri("articles"))) {
                before.publish(TestComments.approved("a", 0, "kept"));
                awaitTexts(before, "a", "kept");
                await().untilAsserted(() -> assertThat(
                                before.get("/actuator/prometheus").body())
                        .contains("winnow_articles_projected_total{status=\"approved\"} 1.0"));
            }
            kafka.stop();

            try (var service = Service.startOn(kafka.bootstrapServers(), store.uri("articles"))) {
                assertThat(service.texts("a")).containsExactly("kept");
                assertThat(service.get(Service.thread("a") + "/stream").statusCode())
                        .isEqualTo(503);
                await().atMost(Duration.ofSeconds(30))
                        .untilAsserted(() -> assertThat(service.get("/actuator/health/readiness")
                                        .statusCode())
                                .isEqualTo(200));

                kafka.startAgain();
                service.publish(TestComments.approved("a", 1, "new"));
                awaitTexts(service, "a", "kept", "new");
            }
        }
    }

    private static void awaitTexts(Service service, String article, String... texts) {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(service.texts(article)).containsExactly(texts));
    }
}
