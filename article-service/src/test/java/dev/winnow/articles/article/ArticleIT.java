package dev.winnow.articles.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.winnow.articles.Service;
import dev.winnow.testing.Infrastructure;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ArticleIT {

    private static final String KEY = "Bearer test-key-of-default";
    private static Service service;
    private static Service other;
    private final String path = "/v1/sites/default/articles/a-" + UUID.randomUUID();

    @BeforeAll
    static void start() {
        var database = Infrastructure.mongo(Service.database());
        service = Service.startOn(Infrastructure.kafka(), database);
        other = Service.startOn(Infrastructure.kafka(), database);
    }

    @AfterAll
    static void stop() {
        other.close();
        service.close();
    }

    @Test
    void aRegisteredArticleIsReadAtOnceHereAndSoonElsewhere() {
        var first = put("{\"title\":\"标题\",\"text\":\"正文\"}", KEY);
        var again = put("{\"title\":\"新标题\",\"comments\":\"closed\"}", KEY);

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(service.json(path).path("title").asString()).isEqualTo("新标题");
        await().untilAsserted(() -> {
            assertThat(other.json(path).path("title").asString()).isEqualTo("新标题");
            assertThat(other.json(path).path("comments").asString()).isEqualTo("closed");
        });
    }

    @Test
    void onlyTheSiteItselfMayRegister() {
        assertThat(put("{\"title\":\"t\"}", null).statusCode()).isEqualTo(401);
        assertThat(put("{\"title\":\"t\"}", "Bearer wrong").statusCode()).isEqualTo(401);
        assertThat(put("{\"title\":\"t\"}", "Basic dGVzdDp0ZXN0").statusCode()).isEqualTo(401);
        var keyless =
                service.send(request("/v1/sites/english/articles/a", "{\"title\":\"t\"}", "application/json", KEY));
        assertThat(keyless.statusCode()).isEqualTo(403);
        assertThat(keyless.body()).contains("urn:winnow:problem:forbidden");
    }

    @Test
    void badBodiesAreProblems() {
        assertThat(put("{", KEY).statusCode()).isEqualTo(400);
        assertThat(put("", KEY).statusCode()).isEqualTo(400);
        assertThat(put("{\"title\":\"\"}", KEY).statusCode()).isEqualTo(422);
        assertThat(put("{\"title\":\"t\",\"extra\":1}", KEY).body()).contains("\"field\":\"extra\"");
        assertThat(put("{\"title\":\"t\",\"text\":\"" + "x".repeat(1_100_000) + "\"}", KEY)
                        .statusCode())
                .isEqualTo(413);
        assertThat(service.send(request(path, "title=t", "application/x-www-form-urlencoded", KEY))
                        .statusCode())
                .isEqualTo(415);
    }

    private HttpResponse<String> put(String body, @Nullable String authorization) {
        return service.send(request(path, body, "application/json", authorization));
    }

    private static HttpRequest request(String path, String body, String type, @Nullable String authorization) {
        var request = HttpRequest.newBuilder(service.address(path))
                .PUT(HttpRequest.BodyPublishers.ofString(body))
                .header("Content-Type", type);
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        return request.build();
    }
}
