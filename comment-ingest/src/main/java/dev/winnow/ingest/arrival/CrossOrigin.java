package dev.winnow.ingest.arrival;

import dev.winnow.ingest.problems.Problem;
import dev.winnow.ingest.problems.ProblemKind;
import dev.winnow.ingest.sites.Site;
import dev.winnow.ingest.sites.Sites;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.cors.reactive.CorsUtils;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Lets pages of a site's web origins call from a browser (CORS), and answers the browsers' preflights. A page of
 * another origin gets no such permission, so its browser keeps the answer from it.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class CrossOrigin implements WebFilter {

    private static final String SITES = "/v1/sites/";
    private static final String MAX_AGE_SECONDS = "3600";
    private static final String EXPOSED = "Location, RateLimit, RateLimit-Policy, Retry-After";
    private static final String METHODS = "POST, PUT, DELETE";
    private static final String HEADERS =
            "Authorization, Content-Type, Idempotency-Key, Winnow-Author-Token, Winnow-Manage-Token, traceparent";

    private final Sites sites;
    private final Answers answers;

    CrossOrigin(Sites sites, Answers answers) {
        this.sites = sites;
        this.answers = answers;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var site = site(exchange.getRequest().getURI().getRawPath());
        if (site == null) {
            return chain.filter(exchange);
        }
        var response = exchange.getResponse();
        response.getHeaders().add(HttpHeaders.VARY, HttpHeaders.ORIGIN);
        var origin = exchange.getRequest().getHeaders().getOrigin();
        var allowed = origin != null && site.allowsPagesOf(origin);
        if (allowed) {
            response.getHeaders().setAccessControlAllowOrigin(origin);
            response.getHeaders().set(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, EXPOSED);
        }
        if (exchange.getRequest().getMethod() != HttpMethod.OPTIONS
                || !CorsUtils.isPreFlightRequest(exchange.getRequest())) {
            return chain.filter(exchange);
        }
        return allowed ? permit(response) : answers.write(exchange, new Answer.Refused(forbidden()));
    }

    private @Nullable Site site(String path) {
        if (!path.startsWith(SITES)) {
            return null;
        }
        var end = path.indexOf('/', SITES.length());
        return end < 0 ? null : sites.named(path.substring(SITES.length(), end));
    }

    private static Mono<Void> permit(ServerHttpResponse response) {
        response.setStatusCode(HttpStatus.NO_CONTENT);
        var headers = response.getHeaders();
        headers.set(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, METHODS);
        headers.set(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, HEADERS);
        headers.set(HttpHeaders.ACCESS_CONTROL_MAX_AGE, MAX_AGE_SECONDS);
        return response.setComplete();
    }

    private static Problem forbidden() {
        return Problem.of(
                ProblemKind.FORBIDDEN,
                "Pages of this web origin may not call: it is not among the site's origins (winnow.sites.<name>.origins).");
    }
}
