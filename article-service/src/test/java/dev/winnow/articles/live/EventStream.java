package dev.winnow.articles.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.winnow.articles.Service;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A reader of a stream as the standard describes it: when the stream ends, it comes back and says what it saw last. */
final class EventStream implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final URI address;
    private final List<Event> events = new CopyOnWriteArrayList<>();
    private volatile InputStream open;
    private volatile @Nullable String lastEventId;
    private volatile long retryMillis = 100;
    private volatile boolean interrupted;
    private volatile boolean closed;

    record Event(String name, String data) {

        /** The text of a comment, or the id of one that went. */
        String told() {
            var json = JSON.readTree(data);
            return json.path(name.equals("comment") ? "text" : "id").asString();
        }
    }

    private EventStream(URI address, @Nullable String lastEventId) throws IOException, InterruptedException {
        this.address = address;
        this.lastEventId = lastEventId;
        this.open = connect();
        var reading = new Thread(this::read, "event-stream");
        reading.setDaemon(true);
        reading.start();
    }

    static EventStream open(Service service, String article, @Nullable String lastEventId) throws Exception {
        return new EventStream(service.address(Service.thread(article) + "/stream"), lastEventId);
    }

    private InputStream connect() throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(address);
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        var response = HTTP.send(request.build(), BodyHandlers.ofInputStream());
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).contains("text/event-stream");
        return response.body();
    }

    private void read() {
        while (!closed) {
            try (var lines = new BufferedReader(new InputStreamReader(open, StandardCharsets.UTF_8))) {
                read(lines);
            } catch (IOException e) {
                // Ended without an end, which is an end too.
            }
            interrupted = true;
            comeBack();
        }
    }

    private void comeBack() {
        while (!closed) {
            try {
                Thread.sleep(retryMillis);
                open = connect();
                return;
            } catch (IOException | AssertionError e) {
                // Not there yet.
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void read(BufferedReader lines) throws IOException {
        var name = "";
        var data = "";
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith("event: ")) {
                name = line.substring(7);
            } else if (line.startsWith("data: ")) {
                data = line.substring(6);
            } else if (line.startsWith("id: ")) {
                lastEventId = line.substring(4);
            } else if (line.startsWith("retry: ")) {
                retryMillis = Long.parseLong(line.substring(7));
            } else if (line.isEmpty() && !name.isEmpty()) {
                events.add(new Event(name, data));
                name = "";
            }
        }
    }

    String lastEventId() {
        return String.valueOf(lastEventId);
    }

    boolean wasInterrupted() {
        return interrupted;
    }

    /** What was told so far, each as {@code name told}. */
    List<String> told() {
        return events.stream().map(e -> e.name() + " " + e.told()).toList();
    }

    void awaitTold(String... told) {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(told()).containsExactly(told));
    }

    @Override
    public void close() throws IOException {
        closed = true;
        open.close();
    }
}
