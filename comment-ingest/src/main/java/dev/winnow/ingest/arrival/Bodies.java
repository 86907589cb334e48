package dev.winnow.ingest.arrival;

import dev.winnow.ingest.problems.Checked;
import dev.winnow.ingest.problems.Problem;
import dev.winnow.ingest.problems.ProblemKind;
import java.io.ByteArrayOutputStream;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.stereotype.Component;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;
import reactor.core.publisher.SignalType;
import reactor.netty.Connection;

/** Reads whole bodies, bounded in size and time. */
@Component
public class Bodies {

    /** The largest body of JSON and the longest line of an import. */
    public static final int MAX_BYTES = 64 * 1024;

    private final RequestSettings settings;

    Bodies(RequestSettings settings) {
        this.settings = settings;
    }

    /** The call's body, or why it was not taken. */
    public Mono<Checked<byte[]>> read(Call call) {
        if (call.request().getHeaders().getContentLength() > MAX_BYTES) {
            return Mono.just(tooLarge());
        }
        return Mono.create(whole -> call.request().getBody().subscribe(new Arriving(call.request(), whole)));
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

    /**
     * A body of which more may come. All happens on its connection's event loop, the deadline too; operators that join
     * and time out guard against other threads, which costs more than all else that is done with a body.
     */
    private final class Arriving extends BaseSubscriber<DataBuffer> {

        private final MonoSink<Checked<byte[]>> whole;
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        private final Future<?> deadline;

        Arriving(ServerHttpRequest request, MonoSink<Checked<byte[]>> whole) {
            this.whole = whole.onCancel(this);
            Connection connection = ServerHttpRequestDecorator.getNativeRequest(request);
            this.deadline = connection
                    .channel()
                    .eventLoop()
                    .schedule(() -> refuse(tooSlow()), settings.bodyTimeout().toMillis(), TimeUnit.MILLISECONDS);
        }

        @Override
        protected void hookOnNext(DataBuffer part) {
            var length = part.readableByteCount();
            if (length <= MAX_BYTES - bytes.size()) {
                var copy = new byte[length];
                part.read(copy);
                bytes.writeBytes(copy);
            } else {
                refuse(tooLarge());
            }
            DataBufferUtils.release(part);
        }

        @Override
        protected void hookOnComplete() {
            whole.success(Checked.good(bytes.toByteArray()));
        }

        @Override
        protected void hookOnError(Throwable failure) {
            whole.error(failure);
        }

        @Override
        protected void hookFinally(SignalType end) {
            deadline.cancel(false);
        }

        private void refuse(Checked<byte[]> why) {
            cancel();
            whole.success(why);
        }
    }
}
