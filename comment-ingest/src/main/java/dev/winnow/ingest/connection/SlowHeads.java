package dev.winnow.ingest.connection;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Closes a connection on which a request's head has begun and does not end in time. One for each connection, on its
 * event loop. A connection on which nothing is said at all is the server's idle timeout's to close.
 */
final class SlowHeads extends ChannelInboundHandlerAdapter {

    private final Duration timeout;
    private boolean betweenRequests = true;
    private boolean sawMessage;
    private @Nullable Future<?> deadline;

    SlowHeads(Duration timeout) {
        this.timeout = timeout;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        sawMessage = true;
        if (message instanceof HttpRequest) {
            betweenRequests = false;
            cancel();
        }
        if (message instanceof LastHttpContent) {
            betweenRequests = true;
        }
        context.fireChannelRead(message);
    }

    /** Bytes came. If they made no message and no request is under way, they begin a head. */
    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        if (betweenRequests && !sawMessage && deadline == null) {
            deadline = context.executor().schedule(() -> context.close(), timeout.toMillis(), TimeUnit.MILLISECONDS);
        }
        sawMessage = false;
        context.fireChannelReadComplete();
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        cancel();
        context.fireChannelInactive();
    }

    private void cancel() {
        if (deadline != null) {
            deadline.cancel(false);
            deadline = null;
        }
    }
}
