package dev.winnow.ingest.imports;

import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.core.io.buffer.DataBuffer;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Ends an upload that pauses for too long. Only the time in which something is waited for counts: while Kafka is slow
 * the service itself does not read on, and that is not the client's fault. One for each import.
 */
final class Patience {

    private static final int LOOKS_EACH_PAUSE = 10;

    private final Duration longestPause;
    private final AtomicLong awaited = new AtomicLong();
    private volatile long since = System.nanoTime();

    Patience(Duration longestPause) {
        this.longestPause = longestPause;
    }

    /** The same body, ending with a {@link TimeoutException} where it pauses for too long. */
    Flux<DataBuffer> with(Flux<DataBuffer> body) {
        return body.doOnRequest(more -> count(more))
                .doOnNext(buffer -> count(-1))
                .takeUntilOther(overdue());
    }

    private void count(long more) {
        since = System.nanoTime();
        awaited.addAndGet(more);
    }

    private Mono<Void> overdue() {
        return Flux.interval(longestPause.dividedBy(LOOKS_EACH_PAUSE))
                .filter(look -> awaited.get() > 0 && System.nanoTime() - since > longestPause.toNanos())
                .next()
                .then(Mono.error(TimeoutException::new));
    }
}
