package dev.winnow.articles.page;

import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/**
 * Pages, scripts and style sheets go out compressed. Threads as JSON are sent as their ready bytes, and a stream must not
 * wait for a block to be full.
 */
@Configuration(proxyBeanMethods = false)
class Compression {

    private static final String ACCEPTED = "Accept-Encoding";
    private static final String GZIP = "gzip";

    @Bean
    NettyServerCustomizer compressPages() {
        return server -> server.compress((request, response) -> isPageOrScript(response) && takesGzip(request));
    }

    private static boolean isPageOrScript(HttpServerResponse response) {
        var type = response.responseHeaders().get("Content-Type");
        return type != null
                && (type.startsWith("text/html") || type.startsWith("text/css") || type.startsWith("text/javascript"));
    }

    /** Leaves gzip as the only choice: the others would load native code on an event loop. */
    private static boolean takesGzip(HttpServerRequest request) {
        var accepted = request.requestHeaders().get(ACCEPTED);
        if (accepted == null || !accepted.contains(GZIP)) {
            return false;
        }
        request.requestHeaders().set(ACCEPTED, GZIP);
        return true;
    }
}
