package dev.winnow.ingest.connection;

import dev.winnow.ingest.IngestMetrics;
import dev.winnow.ingest.arrival.RequestSettings;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.stereotype.Component;
import reactor.netty.NettyPipeline;
import reactor.netty.http.server.HttpServer;

/** Puts the two watchers of heads onto each connection, right behind what reads HTTP. */
@Component
class Connections implements NettyServerCustomizer {

    private final RequestSettings settings;
    private final IngestMetrics metrics;

    Connections(RequestSettings settings, IngestMetrics metrics) {
        this.settings = settings;
        this.metrics = metrics;
    }

    @Override
    public HttpServer apply(HttpServer server) {
        return server.doOnChannelInit((observer, channel, address) -> channel.pipeline()
                .addAfter(NettyPipeline.HttpCodec, "winnow.unreadableHeads", new UnreadableHeads(metrics))
                .addAfter(NettyPipeline.HttpCodec, "winnow.slowHeads", new SlowHeads(settings.headTimeout())));
    }
}
