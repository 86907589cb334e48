package dev.winnow.worker.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.winnow.testing.Infrastructure;
import dev.winnow.testing.RestartableStore;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.http.HttpHeaders;

class StoreAwayIT {

    private static final String FLAGGED = "加我微信 abc123 领红包";

    @Test
    void aStoreThatIsAwayIsSaidQuicklyAndNothingIsLost(@TempDir Path folder) {
        try (var store = RestartableStore.start(folder)) {
            store.stop();
            // Not even at start does the worker need it.
            try (var desk = Desk.start(Infrastructure.kafka(), store.uri("away"), Map.of())) {
                answers503(desk);
                store.startAgain();
                var before = desk.submitted("a-" + UUID.randomUUID(), FLAGGED);

                store.stop();
                answers503(desk);
                var meanwhile = desk.submit("a-" + UUID.randomUUID(), FLAGGED);
                store.startAgain();

                desk.await(meanwhile, 1);
                assertThat(desk.await(before.id(), 1).event()).isEqualTo(before.event());
                await().atMost(Duration.ofSeconds(30))
                        .untilAsserted(() -> desk.moderator("lilei")
                                .get()
                                .uri("/v1/review/comments")
                                .exchange()
                                .expectStatus()
                                .isOk());
            }
        }
    }

    private static void answers503(Desk desk) {
        var began = System.nanoTime();
        desk.moderator("lilei")
                .get()
                .uri("/v1/review/comments")
                .exchange()
                .expectStatus()
                .isEqualTo(503)
                .expectHeader()
                .exists(HttpHeaders.RETRY_AFTER)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:winnow:problem:unavailable");
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(5));
    }
}
