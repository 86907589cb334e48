package dev.winnow.articles.live;

import dev.winnow.articles.kafka.Positions;
import dev.winnow.articles.thread.Change;
import dev.winnow.articles.thread.ThreadKey;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;
import reactor.util.concurrent.Queues;

/**
 * Somebody who follows a thread. Events wait for them in a bounded queue; if it overflows, the stream ends after what is
 * in it, and the reader comes back and goes on from there. All events are offered under the lock of {@link LiveThreads}.
 */
final class LiveReader {

    private final ThreadKey thread;
    private final Positions since;
    private final Runnable onCut;
    private final Sinks.Many<byte[]> sink;

    /**
     * @param thread what is followed
     * @param since what was seen already
     * @param buffer how many events may wait
     * @param onCut told when the reader is too slow
     */
    LiveReader(ThreadKey thread, Positions since, int buffer, Runnable onCut) {
        this.thread = thread;
        this.since = since;
        this.onCut = onCut;
        this.sink = Sinks.unsafe()
                .many()
                .unicast()
                .onBackpressureBuffer(Queues.<byte[]>get(buffer).get());
    }

    ThreadKey thread() {
        return thread;
    }

    Positions since() {
        return since;
    }

    /** Everything that happens from the moment of following on. */
    Flux<byte[]> events() {
        return sink.asFlux();
    }

    void offer(Change change, byte[] event) {
        // The position may be that of another instance, which was ahead of this one.
        if (!since.include(change.partition(), change.offset())) {
            offer(event);
        }
    }

    void offer(byte[] event) {
        var result = sink.tryEmitNext(event);
        // A full buffer goes by another name as long as nobody has begun to read.
        if (result == Sinks.EmitResult.FAIL_OVERFLOW || result == Sinks.EmitResult.FAIL_ZERO_SUBSCRIBER) {
            complete();
            onCut.run();
        }
    }

    void complete() {
        sink.tryEmitComplete();
    }
}
