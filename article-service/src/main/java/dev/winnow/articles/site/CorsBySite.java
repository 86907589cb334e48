package dev.winnow.articles.site;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.reactive.CorsWebFilter;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** Lets browsers read a site's threads from the origins that the site names, without credentials. */
@Configuration(proxyBeanMethods = false)
class CorsBySite {

    private static final PathPattern OF_A_SITE = new PathPatternParser().parse("/v1/sites/{site}/**");
    private static final Duration PREFLIGHT_KEPT = Duration.ofHours(1);

    @Bean
    CorsWebFilter cors(Sites sites) {
        return new CorsWebFilter(exchange -> configuration(sites, exchange));
    }

    private static @Nullable CorsConfiguration configuration(Sites sites, ServerWebExchange exchange) {
        var match = OF_A_SITE.matchAndExtract(exchange.getRequest().getPath().pathWithinApplication());
        var name = match == null ? null : match.getUriVariables().get("site");
        var site = name == null ? null : sites.find(name);
        if (site == null || site.origins().isEmpty()) {
            return null;
        }
        var cors = new CorsConfiguration();
        cors.setAllowedOrigins(site.origins());
        cors.setAllowedMethods(List.of("GET", "HEAD"));
        cors.setAllowedHeaders(List.of("If-None-Match", "Last-Event-ID", "traceparent"));
        cors.setExposedHeaders(List.of("ETag", "Winnow-Position", "Retry-After"));
        cors.setMaxAge(PREFLIGHT_KEPT);
        return cors;
    }
}
