package dev.winnow.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.winnow.events.EventJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import tools.jackson.databind.JsonNode;

/** What a front end does, in short words. */
final class Api {

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private final int port;

    Api(int port) {
        this.port = port;
    }

    /** An article that no other test writes to. */
    static String newArticle() {
        return "article-" + UUID.randomUUID();
    }

    static String thread(String article) {
        return "/v1/sites/default/articles/" + URLEncoder.encode(article, UTF_8).replace("+", "%20") + "/comments";
    }

    static String comment(String name, String text) {
        return json(Map.of("author", Map.of("name", name), "text", text));
    }

    static String json(Object value) {
        return EventJson.MAPPER.writeValueAsString(value);
    }

    static JsonNode body(HttpResponse<String> response) {
        return EventJson.MAPPER.readTree(response.body());
    }

    HttpResponse<String> get(String path) {
        return send(request(path).GET().build());
    }

    /** Posts JSON; headers as name, value, name, value. */
    HttpResponse<String> post(String path, String json, String... headers) {
        return send(with("POST", path, json, headers));
    }

    CompletableFuture<HttpResponse<String>> postLater(String path, String json, String... headers) {
        return HTTP.sendAsync(with("POST", path, json, headers), BodyHandlers.ofString());
    }

    HttpResponse<String> put(String path, String json, String... headers) {
        return send(with("PUT", path, json, headers));
    }

    /** Any request, its headers exactly these. */
    HttpResponse<String> send(String method, String path, String body, String... headers) {
        var request =
                request(path).method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        return send(
                headers.length == 0 ? request.build() : request.headers(headers).build());
    }

    HttpResponse<String> send(HttpRequest request) {
        try {
            return HTTP.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(60));
    }

    private HttpRequest with(String method, String path, String json, String... headers) {
        var all = new LinkedHashMap<String, String>();
        all.put("Content-Type", "application/json");
        for (int i = 0; i < headers.length; i += 2) {
            all.put(headers[i], headers[i + 1]);
        }
        var request = request(path).method(method, BodyPublishers.ofString(json));
        all.forEach(request::header);
        return request.build();
    }
}
