package dev.winnow.articles.live;

import dev.winnow.articles.site.Addresses;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** {@code GET …/comments/stream}. */
@RestController
class StreamEndpoint {

    private static final MediaType EVENT_STREAM = new MediaType("text", "event-stream");

    private final Addresses addresses;
    private final ThreadStreams streams;

    StreamEndpoint(Addresses addresses, ThreadStreams streams) {
        this.addresses = addresses;
        this.streams = streams;
    }

    @GetMapping(
            path = "/v1/sites/{site}/articles/{article}/comments/stream",
            produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    Mono<Void> stream(
            @PathVariable String site,
            @PathVariable String article,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String header,
            @RequestParam(name = "lastEventId", required = false) @Nullable String parameter,
            ServerWebExchange exchange) {
        var events = streams.stream(addresses.thread(site, article), header == null ? parameter : header);
        var response = exchange.getResponse();
        var buffers = response.bufferFactory();
        return events.switchOnFirst((first, all) -> {
                    if (first.hasValue()) {
                        response.getHeaders().setContentType(EVENT_STREAM);
                        response.getHeaders().setCacheControl(CacheControl.noStore());
                        response.getHeaders().set("X-Accel-Buffering", "no");
                    }
                    return all;
                })
                .map(bytes -> Flux.just(buffers.wrap(bytes)))
                .as(response::writeAndFlushWith);
    }
}
