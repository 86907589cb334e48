package dev.winnow.ingest.arrival;

import dev.winnow.ingest.problems.Checked;
import dev.winnow.ingest.problems.Problem;
import dev.winnow.ingest.problems.ProblemKind;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.AbstractServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.netty.Connection;

/** Reads whole bodies, bounded in size and time. */
@Component
public class Bodies {

    /** The largest body of JSON and the longest line of an import. */
    public static final int MAX_BYTES = 64 * 1024;

    private static final Checked<byte[]> NOTHING = Checked.good(new byte[0]);

    private final RequestSettings settings;

    Bodies(RequestSettings settings) {
        this.settings = settings;
    }

    /** The call's body, or why it was not taken. */
    public Mono<Checked<byte[]>> read(Call call) {
        if (call.request().getHeaders().getContentLength() > MAX_BYTES) {
            return Mono.just(tooLarge());
        }
        return DataBufferUtils.join(call.request().getBody(), MAX_BYTES)
                .map(buffer -> Checked.good(bytes(buffer)))
                .defaultIfEmpty(NOTHING)
                .timeout(settings.bodyTimeout(), Mono.fromSupplier(this::tooSlow), eventLoop(call.request()))
                .onErrorResume(DataBufferLimitException.class, e -> Mono.just(tooLarge()));
    }

    /** The connection's own: a timer on another thread costs more than all else that is done with a body. */
    private static Scheduler eventLoop(ServerHttpRequest request) {
        return request instanceof AbstractServerHttpRequest ours
                        && ours.getNativeRequest() instanceof Connection connection
                ? Schedulers.fromExecutorService(connection.channel().eventLoop())
                : Schedulers.parallel();
    }

    private static byte[] bytes(DataBuffer buffer) {
        var bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        return bytes;
    }

    private static Checked<byte[]> tooLarge() {
        return closing(ProblemKind.TOO_LARGE, "A body may have 64 KiB at most.");
    }

    private Checked<byte[]> tooSlow() {
        return closing(
                ProblemKind.REQUEST_TIMEOUT,
                "The body did not end within " + settings.bodyTimeout().toMillis() + " ms.");
    }

    private static Checked<byte[]> closing(ProblemKind kind, String detail) {
        return Checked.bad(Problem.of(kind, detail).with(HttpHeaders.CONNECTION, "close"));
    }
}
