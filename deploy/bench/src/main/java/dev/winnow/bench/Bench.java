package dev.winnow.bench;

import io.netty.handler.codec.http.HttpMethod;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.boot.SpringApplication;

/**
 * Measures Winnow against the barest service with the same guarantees and prints ratios. Single figures depend on the
 * machine; the ratios are what counts. Arguments: which of {@code visible}, {@code read} and {@code submit}; all of them
 * without any. {@code desk} alone fills the moderators' queue and works on it, see {@link DeskLoad}.
 */
public final class Bench {

    private static final int CONNECTIONS = 64;
    private static final int THREAD = 50;
    private static final int SAMPLES = 300;
    private static final String ARTICLE = "bench";
    private static final byte[] NOTHING = {};
    private static final AtomicLong NUMBER = new AtomicLong();

    private Bench() {}

    public static void main(String[] args) throws Exception {
        if (args.length > 0 && args[0].equals("bare")) {
            SpringApplication.run(BareService.class, args);
            return;
        }
        if (args.length > 0 && args[0].equals("desk")) {
            try (var setUp = SetUp.startForDesk()) {
                DeskLoad.run(setUp);
            }
            System.exit(0);
        }
        try (var setUp = SetUp.start();
                var load = new LoadGenerator()) {
            var wanted = args.length == 0 ? List.of("visible", "read", "submit") : List.of(args);
            submitToVisible(setUp, wanted.contains("visible") ? SAMPLES : THREAD);
            if (wanted.contains("read")) {
                hotThread(setUp, load);
            }
            if (wanted.contains("submit")) {
                setUp.stopBehindIngest();
                submit(setUp, load);
            }
        }
        System.exit(0);
    }

    private static void submit(SetUp setUp, LoadGenerator load) {
        var ours = "/v1/sites/default/articles/load/comments";
        Rounds.compare(
                "POST a comment, 64 connections, acknowledged by Kafka",
                time -> load.load(setUp.ingest(), () -> post(ours), CONNECTIONS, time),
                time -> load.load(setUp.bare(), () -> post("/bare/load"), CONNECTIONS, time),
                "throughput at least 0.85, p99 at most 2");
    }

    private static void hotThread(SetUp setUp, LoadGenerator load) throws IOException, InterruptedException {
        var path = "/v1/sites/default/articles/" + ARTICLE + "/comments?order=oldest&limit=" + THREAD;
        var bytes = bytes(setUp.articles().resolve(path));
        send("PUT", setUp.bare().resolve("/bare/thread"), bytes);
        System.out.printf("%nthe thread is %,d bytes%n", bytes.length);
        Rounds.compare(
                "GET a thread of " + THREAD + ", 64 connections",
                time -> load.load(setUp.articles(), () -> get(path), CONNECTIONS, time),
                time -> load.load(setUp.bare(), () -> get("/bare/thread"), CONNECTIONS, time),
                "throughput at least 0.8");
    }

    private static void submitToVisible(SetUp setUp, int samples) throws IOException, InterruptedException {
        var path = "/v1/sites/default/articles/" + ARTICLE + "/comments";
        try (var ours = new VisibleTimes(
                        setUp.ingest().resolve(path), setUp.articles().resolve(path + "/stream"));
                var bare = new VisibleTimes(
                        setUp.bare().resolve("/bare/comments"), setUp.bare().resolve("/bare/stream"))) {
            sendInTurn(ours, bare, samples);
            ours.times(Duration.ofSeconds(60));
            bare.times(Duration.ofSeconds(60));
            ours.reset();
            bare.reset();
            sendInTurn(ours, bare, samples);
            var our = ours.times(Duration.ofSeconds(60));
            var their = bare.times(Duration.ofSeconds(60));
            System.out.printf("%nSubmit to visible, %d of each in turn, 20 a second%n", samples);
            print("winnow", our.getValueAtPercentile(50), our.getValueAtPercentile(99));
            print("bare", their.getValueAtPercentile(50), their.getValueAtPercentile(99));
            System.out.printf(
                    "  ratio   p50 %.2f, p99 %.2f   (wanted: p50 at most 1.5)%n",
                    (double) our.getValueAtPercentile(50) / their.getValueAtPercentile(50),
                    (double) our.getValueAtPercentile(99) / their.getValueAtPercentile(99));
        }
    }

    private static void print(String who, long p50, long p99) {
        System.out.printf("  %-7s p50 %.2f ms   p99 %.2f ms%n", who, p50 / 1000.0, p99 / 1000.0);
    }

    private static void sendInTurn(VisibleTimes ours, VisibleTimes bare, int count)
            throws IOException, InterruptedException {
        for (int i = 0; i < count; i++) {
            ours.send(comment());
            TimeUnit.MILLISECONDS.sleep(50);
            bare.send(comment());
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    private static LoadGenerator.Request post(String path) {
        return new LoadGenerator.Request(HttpMethod.POST, path, comment().getBytes(StandardCharsets.UTF_8));
    }

    private static LoadGenerator.Request get(String path) {
        return new LoadGenerator.Request(HttpMethod.GET, path, NOTHING);
    }

    /** A harmless comment of about a hundred characters, none like another. */
    private static String comment() {
        var number = NUMBER.incrementAndGet();
        return """
                {"author":{"name":"读者%d"},"text":"第%d次读这篇文章,还是觉得算力那一段写得最清楚,数据质量的问题也值得展开讲一讲。"}""".formatted(number % 1000, number);
    }

    private static byte[] bytes(URI address) throws IOException, InterruptedException {
        var answer =
                HttpClient.newHttpClient().send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(address + " answers " + answer.statusCode());
        }
        return answer.body();
    }

    private static void send(String method, URI address, byte[] body) throws IOException, InterruptedException {
        var answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(address)
                                .method(method, HttpRequest.BodyPublishers.ofByteArray(body))
                                .build(),
                        BodyHandlers.discarding());
        if (answer.statusCode() / 100 != 2) {
            throw new IllegalStateException(address + " answers " + answer.statusCode());
        }
    }
}
