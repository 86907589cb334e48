package dev.winnow.worker.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

/** What an open desk is told. */
class LiveStreamIT {

    private static final ParameterizedTypeReference<ServerSentEvent<String>> EVENT =
            new ParameterizedTypeReference<>() {};

    private final Desk desk = Desk.shared();
    private final String article = "a-" + UUID.randomUUID();

    @Test
    void aDeskIsToldWhatComesInAndLeavesAndNotWhatWasApprovedAtOnce() {
        var approved = new AtomicReference<>("");
        var flagged = new AtomicReference<>("");

        StepVerifier.create(
                        stream("").filter(event -> "item".equals(event.event())).map(LiveStreamIT::data))
                .then(() -> {
                    approved.set(desk.submit(article, "今天天气不错"));
                    flagged.set(desk.submit(article, "加我微信 abc123 领红包"));
                })
                .assertNext(data -> assertThat(data).contains(flagged.get(), "\"status\":\"flagged\""))
                .then(() -> desk.withdrawn(desk.await(Objects.requireNonNull(flagged.get()), 1)))
                .assertNext(data -> assertThat(data)
                        .contains(flagged.get(), "\"status\":\"withdrawn\"")
                        .doesNotContain("领红包"))
                .thenCancel()
                .verify(Duration.ofSeconds(60));
    }

    @Test
    void countsComeAtOnceAndAgainAsASignOfLife() {
        StepVerifier.create(stream("")
                        .filter(event -> "counts".equals(event.event()))
                        .map(LiveStreamIT::data))
                .assertNext(data -> assertThat(data).contains("\"flagged\":", "\"pending\":"))
                .expectNextCount(2)
                .thenCancel()
                .verify(Duration.ofSeconds(30));
    }

    @Test
    void aDeskThatIsTooSlowIsLetGoOf() {
        var feed = desk.bean(LiveFeed.class);
        awaitNoDesk(feed);

        StepVerifier.create(feed.changes(), 0)
                .then(() -> {
                    for (int i = 0; i < 300; i++) {
                        desk.submit(article, "加我微信 abc123 领红包" + i);
                    }
                })
                .then(() -> awaitNoDesk(feed))
                .thenRequest(Long.MAX_VALUE)
                .expectNextCount(256)
                .verifyComplete();
    }

    private static void awaitNoDesk(LiveFeed feed) {
        await().atMost(Duration.ofSeconds(60)).until(() -> feed.desks() == 0);
    }

    private Flux<ServerSentEvent<String>> stream(String query) {
        return desk.moderator("lilei")
                .mutate()
                .responseTimeout(Duration.ofSeconds(60))
                .build()
                .get()
                .uri("/v1/review/stream" + query)
                .accept(MediaType.TEXT_EVENT_STREAM)
                .exchange()
                .expectStatus()
                .isOk()
                .returnResult(EVENT)
                .getResponseBody();
    }

    private static String data(ServerSentEvent<String> event) {
        return String.valueOf(event.data());
    }
}
