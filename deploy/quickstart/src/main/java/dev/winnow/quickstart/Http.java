package dev.winnow.quickstart;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;

/** Speaks to the services as anybody else does, and waits for what becomes true in its own time. */
final class Http {

    /** No answer at all: nobody listens there, or not any more. */
    static final int NO_ANSWER = 0;

    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(30);
    private static final Duration LOOK_AGAIN_AFTER = Duration.ofMillis(50);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    Answer get(URI uri) {
        return send(HttpRequest.newBuilder(uri));
    }

    Answer send(String method, URI uri, Map<String, String> headers, String body) {
        var request = HttpRequest.newBuilder(uri).method(method, BodyPublishers.ofString(body));
        headers.forEach(request::header);
        return send(request);
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            return Answer.of(client.send(request.timeout(ANSWER_WITHIN).build(), BodyHandlers.ofString()));
        } catch (IOException e) {
            return new Answer(NO_ANSWER, String.valueOf(e.getMessage()), Duration.ZERO);
        } catch (InterruptedException e) {
            throw new CannotStart("Interrupted while starting.", e);
        }
    }

    /** Looks again and again until the condition holds; false if it does not hold in time. */
    static boolean await(Duration atMost, Condition condition) {
        var deadline = System.nanoTime() + atMost.toNanos();
        while (!condition.holds()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            pause(LOOK_AGAIN_AFTER);
        }
        return true;
    }

    static void pause(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            throw new CannotStart("Interrupted while starting.", e);
        }
    }

    /** Something that becomes true in its own time. */
    interface Condition {
        boolean holds();
    }

    /** What was answered, and how long the service asks to wait before the next try. */
    record Answer(int status, String body, Duration retryAfter) {

        static Answer of(HttpResponse<String> response) {
            var seconds = response.headers().firstValue("Retry-After").filter(value -> value.matches("\\d{1,4}"));
            return new Answer(
                    response.statusCode(), response.body(), Duration.ofSeconds(Long.parseLong(seconds.orElse("1"))));
        }
    }
}
