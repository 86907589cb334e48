package dev.winnow.articles.query;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.winnow.articles.live.Listing;
import dev.winnow.articles.live.ThreadReader;
import dev.winnow.articles.site.Addresses;
import dev.winnow.articles.thread.PageQuery;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.PathContainer.Element;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.observation.ServerRequestObservationContext;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Pages of threads. Their bytes are ready in memory when the thread is hot, so that what is left to do is finding them
 * and writing: a filter, because what Spring does to find and call a handler takes longer (docs/decisions/0010).
 */
@Component
class ThreadPages implements WebFilter {

    /** The address, as {@link ReadingRoutes} knows it for what is not answered here. */
    static final String ADDRESS = "/v1/sites/{site}/articles/{article}/comments";

    private static final String POSITION = "Winnow-Position";
    private static final int QUERY_BYTES = 1 << 20;

    private final Addresses addresses;
    private final ThreadReader threads;

    /** Nearly all ask by one of few queries. */
    private final Cache<String, PageQuery> queries = Caffeine.newBuilder()
            .maximumWeight(QUERY_BYTES)
            .weigher((String text, PageQuery query) -> 200 + text.length())
            .executor(Runnable::run)
            .build();

    ThreadPages(Addresses addresses, ThreadReader threads) {
        this.addresses = addresses;
        this.threads = threads;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var request = exchange.getRequest();
        var path = request.getPath().pathWithinApplication().elements();
        if (!isThread(path) || !Reading.isAskedFor(request.getMethod(), request.getHeaders())) {
            return chain.filter(exchange);
        }
        ServerRequestObservationContext.findCurrent(exchange.getAttributes())
                .ifPresent(observed -> observed.setPathPattern(ADDRESS));
        var query = query(request);
        var thread = addresses.thread(Addresses.part(path, 2), Addresses.part(path, 4));
        return threads.page(thread, query).flatMap(listing -> answer(exchange, listing));
    }

    private static boolean isThread(List<Element> path) {
        return path.size() == 12
                && Addresses.part(path, 0).equals("v1")
                && Addresses.part(path, 1).equals("sites")
                && !Addresses.part(path, 2).isEmpty()
                && Addresses.part(path, 3).equals("articles")
                && !Addresses.part(path, 4).isEmpty()
                && Addresses.part(path, 5).equals("comments");
    }

    private PageQuery query(ServerHttpRequest request) {
        var text = request.getURI().getRawQuery();
        return queries.get(text == null ? "" : text, key -> PageParameters.read(request.getQueryParams()));
    }

    private static Mono<Void> answer(ServerWebExchange exchange, Listing listing) {
        var response = exchange.getResponse();
        var headers = response.getHeaders();
        headers.set(HttpHeaders.CACHE_CONTROL, Reading.REVALIDATE);
        headers.set(POSITION, listing.positions().toString());
        if (exchange.checkNotModified(listing.page().etag())) {
            response.setStatusCode(HttpStatus.NOT_MODIFIED);
            return response.setComplete();
        }
        var body = listing.page().body();
        headers.setContentType(MediaType.APPLICATION_JSON);
        headers.setContentLength(body.length);
        return response.writeWith(Mono.just(response.bufferFactory().wrap(body)));
    }
}
