package dev.winnow.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * Times from sending a comment to seeing it in a stream of server-sent events. Sender and reader share a clock, being
 * one JVM.
 */
final class VisibleTimes implements AutoCloseable {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI post;
    private final Map<String, Long> seenAt = new ConcurrentHashMap<>();
    private final Map<String, Long> sentAt = new ConcurrentHashMap<>();
    private final Thread reader;
    private final CountDownLatch connected = new CountDownLatch(1);

    VisibleTimes(URI post, URI stream) {
        this.post = post;
        reader = new Thread(() -> read(stream), "stream of " + stream.getPort());
        reader.setDaemon(true);
        reader.start();
        awaitConnected();
    }

    /** Sends one comment and returns when it was acknowledged. */
    void send(String json) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(post)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build();
        var at = System.nanoTime();
        var answer = client.send(request, BodyHandlers.ofString());
        var id = ID.matcher(answer.body());
        if (answer.statusCode() != 202 || !id.find()) {
            throw new IllegalStateException("not accepted: " + answer.statusCode() + " " + answer.body());
        }
        sentAt.put(id.group(), at);
    }

    /** The times of all comments sent, in microseconds; waits until each was seen. */
    Histogram times(Duration atMost) throws InterruptedException {
        var end = System.nanoTime() + atMost.toNanos();
        while (!seenAt.keySet().containsAll(sentAt.keySet())) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("some comments were not seen within " + atMost);
            }
            TimeUnit.MILLISECONDS.sleep(10);
        }
        var times = new ConcurrentHistogram(60_000_000L, 3);
        sentAt.forEach((id, at) ->
                times.recordValue(Math.max(0, (Objects.requireNonNull(seenAt.get(id)) - at) / 1000)));
        return times;
    }

    /** Forgets what was sent so far. */
    void reset() {
        sentAt.clear();
    }

    private void read(URI stream) {
        var request = HttpRequest.newBuilder(stream)
                .header("Accept", "text/event-stream")
                .build();
        try {
            var answer = client.send(request, BodyHandlers.ofLines());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException("no stream: " + answer.statusCode());
            }
            connected.countDown();
            answer.body().filter(line -> line.startsWith("data:")).forEach(line -> {
                var id = ID.matcher(line);
                if (id.find()) {
                    seenAt.putIfAbsent(id.group(), System.nanoTime());
                }
            });
        } catch (IOException | UncheckedIOException | InterruptedException ended) {
            connected.countDown();
        }
    }

    private void awaitConnected() {
        try {
            if (!connected.await(20, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the stream does not answer");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    @Override
    public void close() {
        reader.interrupt();
    }
}
