package dev.winnow.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A running Winnow as sites, readers, moderators and operators see it.
 *
 * @param ingest where comment-ingest answers
 * @param worker where a moderation-worker answers
 * @param articles where an article-service answers
 * @param siteKey the key of the site {@code default}
 * @param moderator name and password, with a colon between them
 */
record Winnow(URI ingest, URI worker, URI articles, String siteKey, String moderator) {

    static final JsonMapper JSON = new JsonMapper();

    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(20);
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    static URI onLoopback(int port) {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** An answer; status 0 when there was none. */
    record Answer(int status, String body) {

        static final Answer NONE = new Answer(0, "");

        JsonNode json() {
            return JSON.readTree(body);
        }
    }

    /** A comment of a thread, or of the queue. */
    record Shown(String id, String author, String text) {

        static Shown of(JsonNode comment) {
            return new Shown(
                    comment.path("id").asString(),
                    comment.path("author").path("name").asString(),
                    comment.path("text").asString());
        }
    }

    Answer submit(String article, String author, String text, String key) {
        var comment = JSON.writeValueAsString(Map.of("author", Map.of("name", author), "text", text));
        return submit(article, comment, key);
    }

    /** One try: with a key, the same again is the same comment. */
    Answer submit(String article, String json, String key) {
        return send(request(ingest.resolve("/v1/sites/default/articles/%s/comments".formatted(article)))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(json)));
    }

    Answer register(String article, Map<String, String> registration) {
        return send(request(articles.resolve("/v1/sites/default/articles/" + article))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + siteKey)
                .PUT(BodyPublishers.ofString(JSON.writeValueAsString(registration))));
    }

    Answer imports(String article, String lines) {
        return send(request(ingest.resolve("/v1/sites/default/imports?article=" + article))
                .header("Content-Type", "application/x-ndjson")
                .header("Authorization", "Bearer " + siteKey)
                .POST(BodyPublishers.ofString(lines)));
    }

    /** The whole thread, oldest first, page by page. */
    List<Shown> thread(String article) {
        return pages(articles, "/v1/sites/default/articles/%s/comments?order=oldest&limit=200".formatted(article), "");
    }

    Answer page(String article) {
        return send(request(articles.resolve("/sites/default/articles/" + article)));
    }

    /** All that was kept out of a thread, whatever is to become of it. */
    List<Shown> keptOut(String article) {
        var path = "/v1/review/comments?status=flagged&status=pending&status=rejected&limit=200&article=" + article;
        return pages(worker, path, moderator);
    }

    /** One comment as the desk has it, signals and all. */
    JsonNode atTheDesk(String article, String id) {
        return Stream.of("flagged", "pending", "rejected", "approved", "retracted")
                .flatMap(status -> desk(article, status).stream())
                .filter(comment -> comment.path("id").asString().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError(id + " is not at the desk"));
    }

    private List<JsonNode> desk(String article, String status) {
        return nodes(
                worker, "/v1/review/comments?limit=200&article=%s&status=%s".formatted(article, status), moderator);
    }

    Answer decide(String id, String decision, long revision) {
        return send(request(worker.resolve("/v1/review/comments/%s/decisions".formatted(id)))
                .header("Content-Type", "application/json")
                .header("Authorization", basic(moderator))
                .POST(BodyPublishers.ofString(
                        JSON.writeValueAsString(Map.of("decision", decision, "revision", revision)))));
    }

    boolean isReady() {
        return Stream.of(ingest, worker, articles)
                .allMatch(service ->
                        get(service.resolve("/actuator/health/readiness")).status() == 200);
    }

    /** The sum of a metric's samples with these labels; 0 when it is not there. */
    static double metric(URI service, String name, String... labels) {
        return get(service.resolve("/actuator/prometheus"))
                .body()
                .lines()
                .filter(line -> line.startsWith(name + "{") || line.startsWith(name + " "))
                .filter(line -> Stream.of(labels).allMatch(line::contains))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    static Answer get(URI uri) {
        return send(request(uri));
    }

    /** As a browser asks for a page. */
    static Answer open(URI uri) {
        return send(request(uri).header("Accept", "text/html, */*;q=0.8"));
    }

    private static List<Shown> pages(URI service, String path, String moderator) {
        return nodes(service, path, moderator).stream().map(Shown::of).toList();
    }

    private static List<JsonNode> nodes(URI service, String path, String moderator) {
        var all = new ArrayList<JsonNode>();
        @Nullable String after = null;
        do {
            var more = after == null ? "" : "&after=" + URLEncoder.encode(after, StandardCharsets.UTF_8);
            var request = request(service.resolve(path + more));
            if (!moderator.isEmpty()) {
                request.header("Authorization", basic(moderator));
            }
            var answer = send(request);
            if (answer.status() != 200) {
                throw new AssertionError(
                        "%s%s answered %d %s".formatted(service, path, answer.status(), answer.body()));
            }
            answer.json().path("comments").forEach(all::add);
            var next = answer.json().path("next");
            after = next.isString() ? next.asString() : null;
        } while (after != null);
        return all;
    }

    private static String basic(String moderator) {
        return "Basic " + Base64.getEncoder().encodeToString(moderator.getBytes(StandardCharsets.UTF_8));
    }

    private static HttpRequest.Builder request(URI uri) {
        return HttpRequest.newBuilder(uri).timeout(ANSWER_WITHIN);
    }

    private static Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = HTTP.send(request.build(), BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.body());
        } catch (IOException e) {
            return Answer.NONE;
        } catch (InterruptedException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }
}
