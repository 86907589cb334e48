package dev.winnow.articles.query;

import dev.winnow.articles.live.Listing;
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
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The reading API. */
@RestController
@RequestMapping(path = "/v1/sites/{site}", produces = MediaType.APPLICATION_JSON_VALUE)
class ReadingEndpoints {

    private static final String POSITION = "Winnow-Position";
    private static final String REVALIDATE = "no-cache";
    private static final int MOST_COUNTED = 100;

    private final Addresses addresses;
    private final Sites sites;
    private final ThreadReader threads;

    ReadingEndpoints(Addresses addresses, Sites sites, ThreadReader threads) {
        this.addresses = addresses;
        this.sites = sites;
        this.threads = threads;
    }

    /** A page of a thread. Its bytes are ready in memory when the thread is hot. */
    @GetMapping("/articles/{article}/comments")
    Mono<Void> page(@PathVariable String site, @PathVariable String article, ServerWebExchange exchange) {
        var query = PageParameters.read(exchange.getRequest().getQueryParams());
        return threads.page(addresses.thread(site, article), query).flatMap(listing -> send(listing, exchange));
    }

    private static Mono<Void> send(Listing listing, ServerWebExchange exchange) {
        var response = exchange.getResponse();
        var headers = response.getHeaders();
        headers.setCacheControl(REVALIDATE);
        headers.set(POSITION, listing.positions().toString());
        if (exchange.checkNotModified(listing.page().etag())) {
            return response.setComplete();
        }
        var body = listing.page().body();
        headers.setContentType(MediaType.APPLICATION_JSON);
        headers.setContentLength(body.length);
        return response.writeWith(Mono.just(response.bufferFactory().wrap(body)));
    }

    /** One comment and where it stands. */
    @GetMapping("/articles/{article}/comments/{id}")
    Mono<PublicStatus> comment(
            @PathVariable String site,
            @PathVariable String article,
            @PathVariable String id,
            ServerWebExchange exchange) {
        var thread = addresses.thread(site, article);
        exchange.getResponse().getHeaders().setCacheControl(REVALIDATE);
        return Mono.justOrEmpty(canonical(id))
                .flatMap(threads::comment)
                .filter(change -> change.thread().equals(thread))
                .map(PublicStatus::of)
                .switchIfEmpty(Mono.error(
                        () -> Problem.notFound("This article has no such comment, or it has not been looked at yet.")
                                .exception()));
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
    @GetMapping("/counts")
    Mono<Counts> counts(@PathVariable String site, ServerWebExchange exchange) {
        sites.named(site);
        var articles = exchange.getRequest().getQueryParams().getOrDefault("article", List.of());
        if (articles.isEmpty()
                || articles.size() > MOST_COUNTED
                || !articles.stream().allMatch(Addresses::isArticle)) {
            throw Problem.invalid(
                            "article", "be given 1 to 100 times, each with 1 to 200 visible characters without space")
                    .exception();
        }
        exchange.getResponse().getHeaders().setCacheControl(REVALIDATE);
        return threads.counts(articles.stream()
                        .map(article -> new ThreadKey(site, article))
                        .toList())
                .map(Counts::of);
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
