package dev.winnow.articles.page;

import static org.springframework.web.reactive.function.server.RequestPredicates.GET;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.HandlerFunction;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

/** The scripts that other pages include; their addresses are short and stay. */
@Configuration(proxyBeanMethods = false)
class EmbedScripts {

    private static final MediaType SCRIPT = MediaType.parseMediaType("text/javascript;charset=UTF-8");

    @Bean
    RouterFunction<ServerResponse> scripts() {
        return RouterFunctions.route(GET("/counts.js"), script("counts.js"));
    }

    private static HandlerFunction<ServerResponse> script(String name) {
        var file = new ClassPathResource("articles/static/" + name);
        return request -> ServerResponse.ok()
                .contentType(SCRIPT)
                .cacheControl(CacheControl.noCache())
                .bodyValue(file);
    }
}
