package dev.winnow.articles.query;

import static org.springframework.web.reactive.function.server.RequestPredicates.path;
import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import dev.winnow.articles.live.ThreadReader;
import dev.winnow.articles.problem.Problem;
import dev.winnow.articles.site.Addresses;
import dev.winnow.articles.site.Sites;
import dev.winnow.articles.thread.ThreadKey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.HandlerFunction;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.reactive.function.server.support.RouterFunctionMapping;
import org.springframework.web.server.MethodNotAllowedException;
import org.springframework.web.server.NotAcceptableStatusException;
import reactor.core.publisher.Mono;

/**
 * The reading API but for {@link ThreadPages}. Routes, not annotated methods: what a framework does to find and call a
 * method takes longer than the answer (docs/decisions/0010).
 */
@Configuration(proxyBeanMethods = false)
class ReadingRoutes {

    private static final String COMMENT = ThreadPages.ADDRESS + "/{id:(?!stream$).+}";
    private static final String COUNTS = "/v1/sites/{site}/counts";
    private static final int MOST_COUNTED = 100;

    private final Addresses addresses;
    private final Sites sites;
    private final ThreadReader threads;

    ReadingRoutes(Addresses addresses, Sites sites, ThreadReader threads) {
        this.addresses = addresses;
        this.sites = sites;
        this.threads = threads;
    }

    /** Before all others: each endpoint of the actuator would be compared with each request first. */
    @Bean
    RouterFunctionMapping reading() {
        var mapping = new RouterFunctionMapping(route(path(ThreadPages.ADDRESS), ReadingRoutes::otherwise)
                .andRoute(path(COMMENT), reading(this::comment))
                .andRoute(path(COUNTS), reading(this::counts)));
        mapping.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return mapping;
    }

    private static HandlerFunction<ServerResponse> reading(HandlerFunction<ServerResponse> read) {
        return request -> Reading.isAskedFor(request.method(), request.headers().asHttpHeaders())
                ? read.handle(request)
                : otherwise(request);
    }

    private static Mono<ServerResponse> otherwise(ServerRequest request) {
        if (request.method().equals(HttpMethod.OPTIONS)) {
            return ServerResponse.ok()
                    .allow(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS)
                    .build();
        }
        return Mono.error(
                Reading.METHODS.contains(request.method())
                        ? new NotAcceptableStatusException(List.of(MediaType.APPLICATION_JSON))
                        : new MethodNotAllowedException(request.method(), Reading.METHODS));
    }

    /** One comment and where it stands. */
    private Mono<ServerResponse> comment(ServerRequest request) {
        var thread = addresses.thread(request.pathVariable("site"), request.pathVariable("article"));
        return Mono.justOrEmpty(canonical(request.pathVariable("id")))
                .flatMap(threads::comment)
                .filter(change -> change.thread().equals(thread))
                .switchIfEmpty(Mono.error(
                        () -> Problem.notFound("This article has no such comment, or it has not been looked at yet.")
                                .exception()))
                .flatMap(change -> json(PublicStatus.of(change)));
    }

    private static Optional<String> canonical(String id) {
        try {
            var uuid = UUID.fromString(id).toString();
            return uuid.equalsIgnoreCase(id) ? Optional.of(uuid) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** How many comments readers see, for up to a hundred articles at once. */
    private Mono<ServerResponse> counts(ServerRequest request) {
        var site = request.pathVariable("site");
        sites.named(site);
        var articles = request.queryParams().getOrDefault("article", List.of());
        if (articles.isEmpty()
                || articles.size() > MOST_COUNTED
                || !articles.stream().allMatch(Addresses::isArticle)) {
            throw Problem.invalid(
                            "article", "be given 1 to 100 times, each with 1 to 200 visible characters without space")
                    .exception();
        }
        return threads.counts(articles.stream()
                        .map(article -> new ThreadKey(site, article))
                        .toList())
                .flatMap(found -> json(Counts.of(found)));
    }

    private static Mono<ServerResponse> json(Object body) {
        return ServerResponse.ok()
                .header(HttpHeaders.CACHE_CONTROL, Reading.REVALIDATE)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body);
    }

    /**
     * How many comments articles have.
     *
     * @param counts by article
     */
    record Counts(Map<String, Long> counts) {

        static Counts of(Map<ThreadKey, Long> found) {
            var counts = new LinkedHashMap<String, Long>();
            found.forEach((thread, count) -> counts.put(thread.article(), count));
            return new Counts(counts);
        }
    }
}
