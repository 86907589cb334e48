package dev.winnow.articles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.winnow.events.Article;
import dev.winnow.events.Status;
import dev.winnow.events.Topics;
import dev.winnow.testing.RestartableKafka;
import dev.winnow.testing.RestartableStore;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The database is a projection: it may be thrown away. Needs groups of its own and therefore a broker of its own. */
class RebuildIT {

    @Test
    void droppingTheDatabaseAndReplayingTheTopicGivesTheSameThread(@TempDir Path folder) {
        try (var kafka = RestartableKafka.start(folder.resolve("kafka"));
                var store = RestartableStore.start(folder.resolve("store"))) {
            var uri = store.uri("articles");
            String before;
            try (var service = Service.startOn(kafka.bootstrapServers(), uri)) {
                publish(service);
                await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
                    assertThat(service.texts("a")).hasSize(28);
                    assertThat(service.json("/v1/sites/default/articles/a")
                                    .path("title")
                                    .asString())
                            .isEqualTo("标题");
                    assertThat(service.get("/actuator/prometheus").body())
                            .contains("winnow_articles_projected_total{status=\"retracted\"} 2.0");
                });
                before = service.get(Service.thread("a") + "?limit=200").body();

                assertThat(rebuild(kafka, uri)).as("while an instance runs").isNotZero();
            }

            assertThat(rebuild(kafka, uri)).isZero();

            try (var service = Service.startOn(kafka.bootstrapServers(), uri)) {
                await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
                    assertThat(service.get(Service.thread("a") + "?limit=200").body())
                            .isEqualTo(before);
                    assertThat(service.json("/v1/sites/default/articles/a")
                                    .path("title")
                                    .asString())
                            .isEqualTo("标题");
                });
            }
        }
    }

    @Test
    void aDatabaseThatSomebodyDroppedIsWrittenAnewAtTheNextStart(@TempDir Path folder) {
        try (var kafka = RestartableKafka.start(folder.resolve("kafka"));
                var store = RestartableStore.start(folder.resolve("store"))) {
            var comment = TestComments.approved("a", 1, "kept in the topic");
            try (var service = Service.startOn(kafka.bootstrapServers(), store.uri("first"))) {
                service.publish(comment);
                awaitStored(service, comment);
            }

            // An empty database, while the group's offsets are at the end.
            try (var service = Service.startOn(
                    kafka.bootstrapServers(),
                    store.uri("second"),
                    "--winnow.articles.live.recent=1",
                    "--winnow.articles.projection.group=articles-of-first")) {
                service.publish(TestComments.approved("b", 1, "x"));
                awaitStored(service, comment);
                assertThat(service.texts("a")).containsExactly("kept in the topic");
            }
        }
    }

    private static void awaitStored(Service service, TestComments comment) {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            assertThat(service.get(Service.thread("a") + "/" + comment.id()).statusCode())
                    .isEqualTo(200);
            assertThat(service.get("/actuator/prometheus").body())
                    .containsPattern("winnow_articles_projected_total\\{status=\"approved\"} [1-9]");
        });
    }

    /** Thirty comments, some edited, two retracted, with older states repeated after newer ones. */
    private static void publish(Service service) {
        List<TestComments> states = new ArrayList<>();
        for (var i = 0; i < 30; i++) {
            var comment = TestComments.approved("a", i, "comment " + i);
            states.add(comment);
            if (i % 5 == 0) {
                states.add(comment.edited("comment " + i + ", edited"));
            }
            if (i == 7 || i == 11) {
                states.add(comment.becomes(Status.RETRACTED));
            }
        }
        Collections.shuffle(states, new Random(7));
        service.publish(states.toArray(TestComments[]::new));
        service.send(TestComments.record(
                Topics.ARTICLES,
                new Article("default", "a", "标题", null, null, null, Article.Comments.OPEN, TestComments.START)));
    }

    private static int rebuild(RestartableKafka kafka, String uri) {
        return ArticleService.rebuild(
                "rebuild",
                "--spring.kafka.bootstrap-servers=" + kafka.bootstrapServers(),
                "--spring.mongodb.uri=" + uri,
                "--winnow.articles.projection.group=articles-of-articles");
    }
}
