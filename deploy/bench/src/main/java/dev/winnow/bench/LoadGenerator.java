package dev.winnow.bench;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpVersion;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * Closed-loop HTTP load over a fixed number of kept-alive connections: each sends its next request when the answer to
 * the last one is whole. One thread, so that it takes as little as possible of what is measured.
 */
final class LoadGenerator implements AutoCloseable {

    private static final int LARGEST_ANSWER = 4 << 20;

    private final EventLoopGroup thread = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());

    /**
     * Loads one address.
     *
     * @param request what to send to it, made anew for each request
     * @param connections how many at once
     * @param duration for how long
     */
    Result load(URI address, Supplier<Request> request, int connections, Duration duration) {
        var run = new Run(address, request, connections, System.nanoTime() + duration.toNanos());
        var started = System.nanoTime();
        for (int i = 0; i < connections; i++) {
            new Bootstrap()
                    .group(thread)
                    .channel(NioSocketChannel.class)
                    .option(ChannelOption.TCP_NODELAY, true)
                    .handler(run)
                    .connect(address.getHost(), address.getPort());
        }
        run.await(duration.plusSeconds(30));
        var seconds = (System.nanoTime() - started) / 1e9;
        return new Result(run.micros.getTotalCount() / seconds, run.micros, run.refused.sum());
    }

    @Override
    public void close() {
        thread.shutdownGracefully(0, 1, java.util.concurrent.TimeUnit.SECONDS);
    }

    /** What is sent: method, path and body; no body for a GET. */
    record Request(HttpMethod method, String path, byte[] body) {}

    /**
     * What a load met.
     *
     * @param perSecond answers of status 2xx per second
     * @param micros their times in microseconds
     * @param refused answers of any other status, and broken connections
     */
    record Result(double perSecond, Histogram micros, long refused) {

        double p50Millis() {
            return micros.getValueAtPercentile(50) / 1000.0;
        }

        double p99Millis() {
            return micros.getValueAtPercentile(99) / 1000.0;
        }
    }

    private static final class Run extends ChannelInitializer<SocketChannel> {
        private final URI address;
        private final Supplier<Request> requests;
        private final long end;
        private final CountDownLatch open;
        private final ConcurrentHistogram micros = new ConcurrentHistogram(60_000_000L, 3);
        private final LongAdder refused = new LongAdder();

        Run(URI address, Supplier<Request> requests, int connections, long end) {
            this.address = address;
            this.requests = requests;
            this.end = end;
            this.open = new CountDownLatch(connections);
        }

        @Override
        protected void initChannel(SocketChannel channel) {
            channel.pipeline()
                    .addLast(new HttpClientCodec())
                    .addLast(new HttpObjectAggregator(LARGEST_ANSWER))
                    .addLast(new Connection(this));
            channel.closeFuture().addListener(closed -> open.countDown());
        }

        void await(Duration atMost) {
            try {
                if (!open.await(atMost.toMillis(), java.util.concurrent.TimeUnit.MILLISECONDS)) {
                    throw new IllegalStateException("answers are missing after " + atMost);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted", e);
            }
        }

        FullHttpRequest next() {
            var request = requests.get();
            var http = new DefaultFullHttpRequest(
                    HttpVersion.HTTP_1_1, request.method(), request.path(), Unpooled.wrappedBuffer(request.body()));
            http.headers().set(HttpHeaderNames.HOST, address.getAuthority());
            http.headers().set(HttpHeaderNames.ACCEPT, "*/*");
            if (request.body().length > 0) {
                http.headers().set(HttpHeaderNames.CONTENT_TYPE, "application/json");
                http.headers().set(HttpHeaderNames.CONTENT_LENGTH, request.body().length);
            }
            return http;
        }
    }

    private static final class Connection extends SimpleChannelInboundHandler<FullHttpResponse> {
        private final Run run;
        private long sentAt;

        Connection(Run run) {
            this.run = run;
        }

        @Override
        public void channelActive(ChannelHandlerContext context) {
            send(context);
        }

        @Override
        protected void channelRead0(ChannelHandlerContext context, FullHttpResponse answer) {
            if (answer.status().code() / 100 == 2) {
                run.micros.recordValue(Math.min(60_000_000L, (System.nanoTime() - sentAt) / 1000));
            } else {
                run.refused.increment();
            }
            if (System.nanoTime() < run.end) {
                send(context);
            } else {
                context.close();
            }
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            run.refused.increment();
            context.close();
        }

        private void send(ChannelHandlerContext context) {
            sentAt = System.nanoTime();
            context.writeAndFlush(run.next());
        }
    }
}
