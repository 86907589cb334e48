package dev.winnow.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Fills the moderators' queue, decides many comments as one act, works at the desk meanwhile, and counts afterwards: every
 * comment decided once, by a decision in the moderator's name. Its figures are those of the embedded store, which reads the
 * whole collection for each page.
 */
final class DeskLoad {

    private static final int COMMENTS = Integer.getInteger("bench.desk.comments", 50_000);
    private static final int ACT = Integer.getInteger("bench.desk.act", 5_000);
    private static final int LINES = 5_000;
    private static final int LOOKS = Integer.getInteger("bench.desk.looks", 40);
    private static final Duration PATIENCE = Duration.ofMinutes(60);
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final SetUp setUp;
    private final String moderator =
            "Basic " + Base64.getEncoder().encodeToString((SetUp.LEAD + ":" + SetUp.LEAD_PASSWORD).getBytes(UTF_8));

    private DeskLoad(SetUp setUp) {
        this.setUp = setUp;
    }

    static void run(SetUp setUp) throws IOException, InterruptedException {
        var load = new DeskLoad(setUp);
        load.holdAll();
        load.fill();
        load.look("Alone");
        load.act();
        System.out.printf("%n");
    }

    private void holdAll() throws IOException, InterruptedException {
        ask(request("/v1/policies/default")
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString("{\"holdAll\":true,\"why\":\"a full queue\"}")));
    }

    private void fill() throws IOException, InterruptedException {
        var began = System.nanoTime();
        for (int from = 0; from < COMMENTS; from += LINES) {
            var lines = IntStream.range(from, Math.min(COMMENTS, from + LINES))
                    .mapToObj(DeskLoad::line)
                    .collect(Collectors.joining("\n"));
            var imported = HttpRequest.newBuilder(setUp.ingest().resolve("/v1/sites/default/imports?article=desk"))
                    .header("Authorization", "Bearer " + SetUp.SITE_KEY)
                    .header("Content-Type", "application/x-ndjson")
                    .timeout(PATIENCE)
                    .POST(BodyPublishers.ofString(lines));
            var answer = http.send(imported.build(), BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) {
                throw new IllegalStateException("the import answers " + answer.statusCode() + ": " + answer.body());
            }
        }
        await(COMMENTS, "flagged");
        System.out.printf(
                "%n%,d comments wait in the view, %.0f s after the first was sent%n",
                COMMENTS, (System.nanoTime() - began) / 1e9);
    }

    private static String line(int number) {
        return """
                {"author":{"name":"读者%d"},"text":"第%d次读这篇文章,算力那一段写得最清楚。","submittedAt":"2026-03-01T12:00:00Z"}""".formatted(number % 1000, number);
    }

    /** Looks at the desk as its page does. */
    private void look(String when) throws IOException, InterruptedException {
        System.out.printf("%n%s, %d of each, one after another%n", when, LOOKS);
        times("a page of the most urgent", "/v1/review/comments?status=flagged&order=urgent&limit=50");
        times("a page of one author", "/v1/review/comments?author=name:%E8%AF%BB%E8%80%857&limit=50");
        times("a search", "/v1/review/comments?q=%E7%AC%AC4999%E6%AC%A1&limit=50");
        times("the counts of the filters", "/v1/review/facets?q=%E7%AE%97%E5%8A%9B");
        times("one comment", "/v1/review/comments/" + first());
    }

    private void times(String what, String path) throws IOException, InterruptedException {
        var micros = new Histogram(TimeUnit.MINUTES.toMicros(2), 3);
        var refused = 0;
        for (int i = 0; i < LOOKS; i++) {
            var began = System.nanoTime();
            var answer = http.send(request(path).GET().build(), BodyHandlers.discarding());
            micros.recordValue(Math.max(1, (System.nanoTime() - began) / 1000));
            refused += answer.statusCode() == 200 ? 0 : 1;
        }
        System.out.printf(
                "  %-28s p50 %7.1f ms   p95 %7.1f ms   refused %d%n",
                what, micros.getValueAtPercentile(50) / 1000.0, micros.getValueAtPercentile(95) / 1000.0, refused);
    }

    private void act() throws IOException, InterruptedException {
        var waiting = count("flagged");
        var began = System.nanoTime();
        var act = ask(request("/v1/review/acts?all=true&status=flagged")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"decision\":\"reject\",\"reason\":\"spam\",\"note\":\"bench\"}")));
        var id = act.get("id").stringValue();
        look("While an act of " + ACT + " goes on");
        var until = System.nanoTime() + PATIENCE.toNanos();
        while (!"done".equals(act.get("state").stringValue()) && System.nanoTime() < until) {
            TimeUnit.MILLISECONDS.sleep(500);
            act = ask(request("/v1/review/acts/" + id).GET());
        }
        System.out.printf("%nThe act: %s%nafter %.0f s%n", act, (System.nanoTime() - began) / 1e9);
        check("applied", ACT, act.get("applied").asInt());
        await((int) waiting - ACT, "flagged");
        audited(id);
    }

    /** Every comment of the act has one decision of a moderator, and it is the act's. */
    private void audited(String act) throws IOException, InterruptedException {
        var seen = new HashSet<String>();
        var after = "";
        do {
            var page = ask(request("/v1/review/comments?status=rejected&limit=200" + after)
                    .GET());
            for (var comment : page.get("comments")) {
                var byPeople = comment.get("decisions")
                        .valueStream()
                        .filter(d -> "moderator".equals(d.get("by").get("kind").stringValue()))
                        .map(d -> d.get("id").stringValue())
                        .toList();
                var commentId = comment.get("id").stringValue();
                if (!byPeople.equals(List.of("act:" + act + ":" + commentId)) || !seen.add(commentId)) {
                    throw new IllegalStateException(commentId + " has the decisions " + byPeople);
                }
            }
            after = page.get("next").isNull()
                    ? ""
                    : "&after=" + page.get("next").stringValue();
        } while (!after.isEmpty());
        check("audited, each once", ACT, seen.size());
    }

    private static void check(String what, int wanted, int found) {
        if (wanted != found) {
            throw new IllegalStateException("%s: wanted %d, found %d".formatted(what, wanted, found));
        }
        System.out.printf("  %s: %,d%n", what, found);
    }

    private String first() throws IOException, InterruptedException {
        return ask(request("/v1/review/comments?limit=1").GET())
                .get("comments")
                .get(0)
                .get("id")
                .stringValue();
    }

    private void await(int comments, String status) throws IOException, InterruptedException {
        var until = System.nanoTime() + PATIENCE.toNanos();
        while (count(status) != comments) {
            if (System.nanoTime() > until) {
                throw new IllegalStateException("%d are %s, not %d".formatted(count(status), status, comments));
            }
            TimeUnit.SECONDS.sleep(1);
        }
    }

    private long count(String status) throws IOException, InterruptedException {
        var answer = http.send(request("/v1/review/counts").GET().build(), BodyHandlers.ofString());
        return answer.statusCode() == 200
                ? JSON.readTree(answer.body()).get(status).asLong()
                : -1;
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(setUp.worker() + path))
                .header("Authorization", moderator)
                .timeout(Duration.ofMinutes(2));
    }

    private JsonNode ask(HttpRequest.Builder request) throws IOException, InterruptedException {
        var asked = request.build();
        var answer = http.send(asked, BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new IllegalStateException(asked.uri() + " answers " + answer.statusCode() + ": " + answer.body());
        }
        return JSON.readTree(answer.body());
    }
}
