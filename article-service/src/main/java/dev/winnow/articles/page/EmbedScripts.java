package dev.winnow.articles.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.springframework.web.reactive.function.server.RequestPredicates.methods;
import static org.springframework.web.reactive.function.server.RequestPredicates.path;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.util.DigestUtils;
import org.springframework.web.reactive.function.server.HandlerFunction;
import org.springframework.web.reactive.function.server.RequestPredicate;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

/** The scripts that pages begin with, each with everything it imports. The addresses of those for other pages stay. */
@Configuration(proxyBeanMethods = false)
class EmbedScripts {

    private static final MediaType SCRIPT = MediaType.parseMediaType("text/javascript;charset=UTF-8");

    @Bean
    RouterFunction<ServerResponse> scripts() {
        return RouterFunctions.route(at("/embed.js"), script("embed.js"))
                .andRoute(at("/counts.js"), script("counts.js"))
                .andRoute(at("/assets/page.js"), script("page.js"));
    }

    private static RequestPredicate at(String path) {
        return methods(HttpMethod.GET, HttpMethod.HEAD).and(path(path));
    }

    private static HandlerFunction<ServerResponse> script(String path) {
        var bytes = ScriptBundle.of(path).getBytes(UTF_8);
        var etag = '"' + DigestUtils.md5DigestAsHex(bytes) + '"';
        return request -> request.checkNotModified(etag)
                .switchIfEmpty(ServerResponse.ok()
                        .contentType(SCRIPT)
                        .cacheControl(CacheControl.noCache())
                        .eTag(etag)
                        .bodyValue(bytes));
    }
}
