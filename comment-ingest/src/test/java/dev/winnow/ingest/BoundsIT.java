package dev.winnow.ingest;

import static dev.winnow.ingest.Api.comment;
import static dev.winnow.ingest.Api.newArticle;
import static dev.winnow.ingest.Api.thread;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.winnow.ingest.limits.Limits;
import dev.winnow.testing.Infrastructure;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Limits, forwarding headers, web origins, slow senders, and the bound of work in flight. */
class BoundsIT {

    private static final RunningIngest INGEST = RunningIngest.ready(
            Infrastructure.kafka(),
            "--winnow.ingest.limits.client.requests=5",
            "--winnow.ingest.limits.client.window=1h",
            "--winnow.ingest.limits.clients-remembered=50",
            "--winnow.ingest.trusted-proxies=127.0.0.0/8,::1",
            "--winnow.ingest.requests.max-in-flight=2",
            "--winnow.ingest.requests.head-timeout=1s",
            "--winnow.ingest.requests.body-timeout=1s");
    private static final Api API = INGEST.api();

    @AfterAll
    static void stop() {
        INGEST.close();
    }

    @Test
    void aClientThatAsksTooMuchWaitsAndAnotherDoesNot() {
        var path = thread(newArticle());
        for (int i = 4; i >= 0; i--) {
            var answer = API.post(path, comment("Ada", "x"), "X-Forwarded-For", "192.0.2.1");
            assertThat(answer.statusCode()).isEqualTo(202);
            assertThat(answer.headers().firstValue("RateLimit").orElseThrow()).startsWith("\"client\";r=" + i + ";t=");
            assertThat(answer.headers().firstValue("RateLimit-Policy"))
                    .contains("\"client\";q=5;w=3600, \"site\";q=6000;w=60");
        }

        var limited = API.post(path, comment("Ada", "x"), "X-Forwarded-For", "192.0.2.1");
        var other = API.post(path, comment("Ada", "x"), "X-Forwarded-For", "192.0.2.2");

        assertThat(limited.statusCode()).isEqualTo(429);
        assertThat(limited.body()).contains("urn:winnow:problem:rate-limited");
        assertThat(Integer.parseInt(limited.headers().firstValue("Retry-After").orElseThrow()))
                .isBetween(1, 720);
        assertThat(other.statusCode()).isEqualTo(202);
    }

    @Test
    void addressesOfOneSixtyFourAreOneClientAndWhatAClientForgesCountsForNothing() {
        var path = thread(newArticle());
        for (int i = 0; i < 5; i++) {
            API.post(path, comment("Ada", "x"), "X-Forwarded-For", "198.51.100." + i + ", 2001:db8:1:2::" + i);
        }

        var same = API.post(path, comment("Ada", "x"), "X-Forwarded-For", "10.9.9.9, 2001:db8:1:2:ffff::1");
        var throughTwoProxies =
                API.post(path, comment("Ada", "x"), "X-Forwarded-For", "[2001:db8:1:2::77]:443, 127.0.0.9");
        var other = API.post(path, comment("Ada", "x"), "X-Forwarded-For", "2001:db8:1:3::1");

        assertThat(same.statusCode()).isEqualTo(429);
        assertThat(throughTwoProxies.statusCode()).isEqualTo(429);
        assertThat(other.statusCode()).isEqualTo(202);
    }

    @Test
    void theSiteItselfIsCountedForTheSiteOnly() {
        var path = thread(newArticle());

        var answers = IntStream.range(0, 8)
                .mapToObj(i -> API.post(
                        path,
                        comment("Ada", "x"),
                        "X-Forwarded-For",
                        "192.0.2.50",
                        "Authorization",
                        "Bearer " + RunningIngest.SITE_KEY))
                .toList();

        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.statusCode()).isEqualTo(202);
            assertThat(answer.headers().firstValue("RateLimit").orElseThrow()).startsWith("\"site\";");
        });
    }

    @Test
    void manyClientsCostBoundedMemory() {
        var path = thread(newArticle());

        for (int i = 0; i < 300; i++) {
            API.post(path, "{}", "X-Forwarded-For", "203.0." + i / 250 + "." + i % 250);
        }

        assertThat(INGEST.bean(Limits.class).clientsRemembered()).isLessThanOrEqualTo(60);
    }

    @Test
    void pagesOfTheSiteSOriginsMayCall() {
        var path = thread(newArticle());

        var preflight =
                API.send("OPTIONS", path, "", "Origin", RunningIngest.PAGES, "Access-Control-Request-Method", "POST");
        var call = API.post(path, comment("Ada", "x"), "Origin", RunningIngest.PAGES, "X-Forwarded-For", "192.0.2.60");
        var problem = API.post(path, "{", "Origin", RunningIngest.PAGES, "X-Forwarded-For", "192.0.2.60");

        assertThat(preflight.statusCode()).isEqualTo(204);
        assertThat(preflight.headers().firstValue("Access-Control-Allow-Origin"))
                .contains(RunningIngest.PAGES);
        assertThat(preflight
                        .headers()
                        .firstValue("Access-Control-Allow-Headers")
                        .orElseThrow())
                .contains("Idempotency-Key", "Winnow-Author-Token");
        assertThat(preflight
                        .headers()
                        .firstValue("Access-Control-Allow-Methods")
                        .orElseThrow())
                .contains("POST", "PUT", "DELETE");
        assertThat(call.headers().firstValue("Access-Control-Allow-Origin")).contains(RunningIngest.PAGES);
        assertThat(call.headers().firstValue("Access-Control-Expose-Headers").orElseThrow())
                .contains("Location", "RateLimit", "Retry-After");
        assertThat(problem.headers().firstValue("Access-Control-Allow-Origin")).contains(RunningIngest.PAGES);
    }

    @Test
    void otherPagesMayNot() {
        var path = thread(newArticle());

        var preflight = API.send(
                "OPTIONS", path, "", "Origin", "https://evil.example", "Access-Control-Request-Method", "POST");
        var call =
                API.post(path, comment("Ada", "x"), "Origin", "https://evil.example", "X-Forwarded-For", "192.0.2.61");

        assertThat(preflight.statusCode()).isEqualTo(403);
        assertThat(preflight.body()).contains("urn:winnow:problem:forbidden");
        assertThat(call.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
        assertThat(call.headers().allValues("Vary")).contains("Origin");
    }

    @Test
    void aBodyThatNeverEndsGetsAProblemAndTheConnectionEnds() throws Exception {
        try (var connection = new RawConnection(INGEST.port())) {
            connection.send(head("192.0.2.70") + "Content-Length: 100\r\n\r\n{\"author\":");

            var answer = connection.readToEnd();

            assertThat(answer).startsWith("HTTP/1.1 408 ").contains("urn:winnow:problem:request-timeout");
        }
    }

    @Test
    void aHeadThatNeverEndsIsCutOff() throws Exception {
        try (var connection = new RawConnection(INGEST.port())) {
            connection.send("POST / HTTP/1.1\r\nHost: x\r\nX-Slow: ");

            assertThat(connection.readToEnd()).isEmpty();
        }
    }

    @Test
    void beyondTheBoundOfWorkInFlightTheAnswerIs503AtOnce() throws Exception {
        try (var one = new RawConnection(INGEST.port());
                var two = new RawConnection(INGEST.port())) {
            one.send(head("192.0.2.80") + "Content-Length: 100\r\n\r\n{");
            two.send(head("192.0.2.80") + "Content-Length: 100\r\n\r\n{");
            await().until(() -> API.get("/actuator/prometheus").body().contains("winnow_ingest_requests_in_flight 2"));

            var answer = API.post(thread(newArticle()), comment("Ada", "x"), "X-Forwarded-For", "192.0.2.81");

            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).contains("1");
            one.readToEnd();
            two.readToEnd();
        }
    }

    private static String head(String client) {
        return "POST " + thread("a") + " HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nX-Forwarded-For: "
                + client + "\r\n";
    }
}
