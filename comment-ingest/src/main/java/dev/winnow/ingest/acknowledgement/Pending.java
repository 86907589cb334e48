package dev.winnow.ingest.acknowledgement;

import java.util.concurrent.CompletableFuture;

/** A record that was sent and is not confirmed yet. Whoever comes first decides: Kafka's answer or the deadline. */
final class Pending {

    private final CompletableFuture<Boolean> held = new CompletableFuture<>();
    private final long sentAt = System.nanoTime();

    /** Completes with whether Kafka holds the record for certain. */
    CompletableFuture<Boolean> held() {
        return held;
    }

    long nanosSinceSent() {
        return System.nanoTime() - sentAt;
    }

    boolean wasSentAfter(long nanoTime) {
        return sentAt - nanoTime > 0;
    }

    boolean isDecided() {
        return held.isDone();
    }
}
