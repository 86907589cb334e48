package dev.winnow.articles.site;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.server.PathContainer.Element;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.reactive.CorsWebFilter;
import org.springframework.web.server.ServerWebExchange;

/** Lets browsers read a site's threads from the origins that the site names, and scripts from everywhere; without credentials. */
@Configuration(proxyBeanMethods = false)
class CorsBySite {

    private static final Duration PREFLIGHT_KEPT = Duration.ofHours(1);
    private static final CorsConfiguration SCRIPTS = forAnybody();

    /** Before the filter that answers. */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    CorsWebFilter cors(Sites sites) {
        var bySite = sites.all().stream()
                .filter(site -> !site.origins().isEmpty())
                .collect(Collectors.toUnmodifiableMap(Site::name, CorsBySite::configuration));
        return new CorsWebFilter(exchange -> configuration(bySite, exchange));
    }

    private static @Nullable CorsConfiguration configuration(
            Map<String, CorsConfiguration> bySite, ServerWebExchange exchange) {
        var path = exchange.getRequest().getPath().pathWithinApplication().elements();
        var isOfSite =
                Addresses.part(path, 0).equals("v1") && Addresses.part(path, 1).equals("sites");
        if (isOfSite) {
            return bySite.get(Addresses.part(path, 2));
        }
        return isScript(path) ? SCRIPTS : null;
    }

    /** What pages include is the same for all, and says nothing about any site. */
    private static boolean isScript(List<Element> path) {
        return Addresses.part(path, 0).equals("assets")
                || Addresses.part(path, 0).endsWith(".js");
    }

    private static CorsConfiguration forAnybody() {
        var cors = new CorsConfiguration();
        cors.setAllowedOrigins(List.of(CorsConfiguration.ALL));
        cors.setAllowedMethods(List.of("GET", "HEAD"));
        cors.setMaxAge(PREFLIGHT_KEPT);
        return cors;
    }

    private static CorsConfiguration configuration(Site site) {
        var cors = new CorsConfiguration();
        cors.setAllowedOrigins(site.origins());
        cors.setAllowedMethods(List.of("GET", "HEAD"));
        cors.setAllowedHeaders(List.of("If-None-Match", "Last-Event-ID", "traceparent"));
        cors.setExposedHeaders(List.of("ETag", "Winnow-Position", "Retry-After"));
        cors.setMaxAge(PREFLIGHT_KEPT);
        return cors;
    }
}
