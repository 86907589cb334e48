package dev.winnow.articles.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.winnow.articles.article.Articles;
import dev.winnow.articles.live.Listing;
import dev.winnow.articles.live.ThreadReader;
import dev.winnow.articles.site.Addresses;
import dev.winnow.articles.site.Language;
import dev.winnow.articles.site.Sites;
import dev.winnow.articles.store.StoreUnavailable;
import dev.winnow.articles.thread.Cursor;
import dev.winnow.articles.thread.Order;
import dev.winnow.articles.thread.PageQuery;
import dev.winnow.articles.thread.ThreadKey;
import dev.winnow.events.Article;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriUtils;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * {@code GET /sites/{site}/articles/{article}}: the article with its thread. A parameter that cannot be understood is
 * passed over: a link that somebody cut off still leads to the page.
 */
@RestController
class PageEndpoint {

    private static final String ORDER = "order";
    private static final String AFTER = "after";

    private final Addresses addresses;
    private final Sites sites;
    private final Articles articles;
    private final ThreadReader threads;
    private final PageRenderer renderer;

    PageEndpoint(Addresses addresses, Sites sites, Articles articles, ThreadReader threads, PageRenderer renderer) {
        this.addresses = addresses;
        this.sites = sites;
        this.articles = articles;
        this.threads = threads;
        this.renderer = renderer;
    }

    @GetMapping(path = "/sites/{site}/articles/{article}", produces = MediaType.TEXT_HTML_VALUE)
    Mono<Void> page(
            @PathVariable String site,
            @PathVariable String article,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        var thread = addresses.thread(site, article);
        var query = query(request);
        var language = ReaderLanguage.of(request, sites.named(site));
        // A thread in memory is shown also while nothing can be said about its article.
        var registered = articles.find(thread)
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .onErrorReturn(StoreUnavailable.class, Optional.empty());
        return Mono.zip(threads.page(thread, query), registered)
                .publishOn(Schedulers.boundedElastic())
                .map(both -> renderer.article(
                        page(thread, both.getT2().orElse(null), both.getT1(), query, request, language), language))
                .flatMap(html -> PageResponse.write(response, html, language));
    }

    private static PageQuery query(ServerHttpRequest request) {
        var parameters = request.getQueryParams();
        var order = Order.NEWEST.word().equals(parameters.getFirst(ORDER)) ? Order.NEWEST : Order.OLDEST;
        var after = Optional.ofNullable(parameters.getFirst(AFTER))
                .flatMap(Cursor::parse)
                .orElse(null);
        return new PageQuery(order, PageQuery.USUAL, after);
    }

    private ArticlePage page(
            ThreadKey thread,
            @Nullable Article article,
            Listing listing,
            PageQuery query,
            ServerHttpRequest request,
            Language language) {
        var site = sites.named(thread.site());
        var clock = new SiteClock(site.zone());
        var publishedAt = article == null ? null : article.publishedAt();
        var path = "/sites/" + site.name() + "/articles/" + UriUtils.encodePathSegment(thread.article(), UTF_8);
        return new ArticlePage(
                language.tag(),
                thread.article(),
                article == null ? null : article.title(),
                article == null ? null : article.url(),
                publishedAt == null ? null : publishedAt.toString(),
                publishedAt == null ? null : clock.show(publishedAt),
                article == null || article.text() == null ? List.of() : ArticleText.blocks(article.text()),
                article != null && article.comments() == Article.Comments.CLOSED,
                ThreadTree.of(listing.page().comments(), clock),
                listing.page().total(),
                query.order() == Order.NEWEST,
                query.after() == null,
                PageLinks.of(
                        path,
                        query,
                        listing.page().next(),
                        request.getQueryParams().getFirst(ReaderLanguage.PARAMETER)),
                "/v1" + path + "/comments/stream",
                listing.positions().toString(),
                site.zone().getId());
    }
}
