package dev.winnow.worker.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
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
        var told = new CopyOnWriteArrayList<String>();
        var open = new CountDownLatch(1);
        var listening = stream("")
                .doOnNext(event -> open.countDown())
                .filter(event -> "item".equals(event.event()))
                .subscribe(event -> told.add(data(event)));
        try {
            await().until(() -> open.getCount() == 0);
            var approved = desk.submit(article, "今天天气不错");
            var flagged = desk.submit(article, "加我微信 abc123 领红包");

            // Others' comments come in between; only what is said of these two counts.
            await().atMost(Duration.ofSeconds(30)).until(() -> says(told, flagged, "flagged"));
            desk.withdrawn(desk.await(flagged, 1));
            await().atMost(Duration.ofSeconds(30)).until(() -> says(told, flagged, "withdrawn"));

            assertThat(told).noneMatch(data -> data.contains(approved)).noneMatch(data -> data.contains("领红包"));
        } finally {
            listening.dispose();
        }
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

    private static boolean says(List<String> told, String id, String status) {
        return told.stream().anyMatch(data -> data.contains(id) && data.contains("\"status\":\"" + status + "\""));
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
