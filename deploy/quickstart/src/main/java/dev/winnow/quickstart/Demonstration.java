package dev.winnow.quickstart;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;

/**
 * Brings in two articles, the threads they have already, and spam and abuse to be kept out of them, all of it through
 * the public APIs. Brought in a second time, for an end in the middle of the first, it adds nothing: the lines of an
 * import and the submissions' keys give the same comments again.
 */
final class Demonstration {

    /** In Chinese, with a thread of seven comments. */
    static final String FIRST_ARTICLE = "ai-foundations";

    /** In English, with a thread in both languages. */
    static final String SECOND_ARTICLE = "worth-reading";

    private static final Duration VISIBLE_WITHIN = Duration.ofSeconds(120);
    private static final int ATTEMPTS = 20;
    private static final String BY_SITE = "Bearer " + Services.SITE_KEY;

    private final Http http;
    private final Addresses addresses;
    private final JsonMapper json = new JsonMapper();

    Demonstration(Http http, Addresses addresses) {
        this.http = http;
        this.addresses = addresses;
    }

    /** Returns once the threads are there to be read. */
    void bringIn(Folder folder) {
        var before = folder.isDone("demonstration");
        for (var article : List.of(FIRST_ARTICLE, SECOND_ARTICLE)) {
            if (!before) {
                register(article);
                bringInThread(article);
                submitUnwanted(article);
            }
        }
        for (var article : List.of(FIRST_ARTICLE, SECOND_ARTICLE)) {
            awaitThread(article, before ? 0 : lines(article, "comments.ndjson").size());
        }
        folder.noteDone("demonstration");
    }

    private void register(String article) {
        var headers = Map.of("Content-Type", "application/json", "Authorization", BY_SITE);
        var answer = http.send("PUT", addresses.article(article), headers, resource(article, "article.json"));
        if (answer.status() != 200 && answer.status() != 201) {
            throw refused("The article " + article, answer);
        }
    }

    private void bringInThread(String article) {
        var headers = Map.of("Content-Type", "application/x-ndjson", "Authorization", BY_SITE);
        var answer = http.send("POST", addresses.imports(article), headers, resource(article, "comments.ndjson"));
        if (answer.status() != 200) {
            throw refused("The thread of " + article, answer);
        }
    }

    private void submitUnwanted(String article) {
        var lines = lines(article, "unwanted.ndjson");
        for (var i = 0; i < lines.size(); i++) {
            submit(article, lines.get(i), "demonstration-%s-%d".formatted(article, i));
        }
    }

    /** In the site's name: the address of whoever tries Winnow must not be remembered for these. */
    private void submit(String article, String comment, String key) {
        var headers = Map.of("Content-Type", "application/json", "Authorization", BY_SITE, "Idempotency-Key", key);
        var answer = http.send("POST", addresses.submit(article), headers, comment);
        for (var again = 1; answer.status() == 429 && again < ATTEMPTS; again++) {
            Http.pause(answer.retryAfter());
            answer = http.send("POST", addresses.submit(article), headers, comment);
        }
        if (answer.status() != 202) {
            throw refused("A comment on " + article, answer);
        }
    }

    private void awaitThread(String article, int atLeast) {
        if (!Http.await(VISIBLE_WITHIN, () -> visible(article) >= atLeast)) {
            throw new CannotStart("The demonstration's thread at %s shows %d of %d comments after %d s."
                    .formatted(addresses.thread(article), visible(article), atLeast, VISIBLE_WITHIN.toSeconds()));
        }
    }

    /** How many comments the thread shows, -1 while it cannot be read. */
    private int visible(String article) {
        var answer = http.get(addresses.thread(article));
        return answer.status() == 200
                ? json.readTree(answer.body()).path("comments").size()
                : -1;
    }

    private static CannotStart refused(String what, Http.Answer answer) {
        return new CannotStart("%s could not be brought in: %d %s".formatted(what, answer.status(), answer.body()));
    }

    static List<String> lines(String article, String name) {
        return resource(article, name).lines().filter(line -> !line.isBlank()).toList();
    }

    static String resource(String article, String name) {
        var path = "/demonstration/%s/%s".formatted(article, name);
        try (var in = Objects.requireNonNull(Demonstration.class.getResourceAsStream(path), path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
