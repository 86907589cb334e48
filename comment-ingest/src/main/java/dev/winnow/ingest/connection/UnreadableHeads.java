package dev.winnow.ingest.connection;

import dev.winnow.ingest.IngestMetrics;
import dev.winnow.ingest.problems.Problem;
import dev.winnow.ingest.problems.ProblemKind;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.util.ReferenceCountUtil;

/**
 * Answers a head that is no HTTP, or whose address is no URI, with a problem as everything else; the server would
 * answer it with a status alone. One for each connection, on its event loop.
 */
final class UnreadableHeads extends ChannelInboundHandlerAdapter {

    private static final String NOT_ENCODED = "\"<>\\^`{|}";

    private final IngestMetrics metrics;
    private boolean over;

    UnreadableHeads(IngestMetrics metrics) {
        this.metrics = metrics;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (!over && message instanceof HttpRequest request && !isReadable(request)) {
            over = true;
            answer(context);
        }
        if (over) {
            ReferenceCountUtil.release(message);
        } else {
            context.fireChannelRead(message);
        }
    }

    private static boolean isReadable(HttpRequest request) {
        return request.decoderResult().isSuccess() && isAddress(request.uri());
    }

    /** Whether all that must be encoded is, and every % begins two hexadecimal digits. */
    static boolean isAddress(String uri) {
        for (int i = 0; i < uri.length(); i++) {
            var c = uri.charAt(i);
            if (c <= 0x20 || c >= 0x7F || NOT_ENCODED.indexOf(c) >= 0) {
                return false;
            }
            if (c == '%') {
                if (i + 2 >= uri.length() || !isHex(uri.charAt(i + 1)) || !isHex(uri.charAt(i + 2))) {
                    return false;
                }
                i += 2;
            }
        }
        return true;
    }

    private static boolean isHex(char c) {
        return Character.digit(c, 16) >= 0;
    }

    private void answer(ChannelHandlerContext context) {
        metrics.refused(ProblemKind.MALFORMED);
        var problem = Problem.of(
                ProblemKind.MALFORMED,
                "The request line or a header is not HTTP, is too long, or the address is not encoded as a URI.");
        var body = Unpooled.wrappedBuffer(problem.json("/"));
        var response = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.BAD_REQUEST, body);
        response.headers()
                .set(HttpHeaderNames.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .set(HttpHeaderNames.CONTENT_LENGTH, body.readableBytes())
                .set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        context.writeAndFlush(response).addListener(ChannelFutureListener.CLOSE);
    }
}
