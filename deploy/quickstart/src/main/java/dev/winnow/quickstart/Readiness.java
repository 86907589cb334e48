package dev.winnow.quickstart;

import java.net.URI;
import java.time.Duration;

/** Waits until each service says by itself that it is ready. */
record Readiness(Http http, Addresses addresses) {

    private static final Duration AT_MOST = Duration.ofSeconds(90);

    void await() {
        await("comment-ingest", addresses.ingest());
        await("moderation-worker", addresses.worker());
        await("article-service", addresses.articles());
    }

    private void await(String service, URI address) {
        var readiness = address.resolve("/actuator/health/readiness");
        if (!Http.await(AT_MOST, () -> http.get(readiness).status() == 200)) {
            throw new CannotStart("%s did not become ready within %d s: %s says %s"
                    .formatted(
                            service,
                            AT_MOST.toSeconds(),
                            readiness,
                            http.get(readiness).body()));
        }
    }
}
