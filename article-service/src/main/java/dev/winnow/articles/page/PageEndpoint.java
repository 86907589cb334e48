package dev.winnow.articles.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.winnow.articles.article.Articles;
import dev.winnow.articles.page.ArticleText.Block;
import dev.winnow.articles.page.ThreadParts.Part;
import dev.winnow.articles.site.Addresses;
import dev.winnow.articles.site.Language;
import dev.winnow.articles.site.Sites;
import dev.winnow.articles.store.StoreUnavailable;
import dev.winnow.articles.thread.Order;
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
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** {@code GET /sites/{site}/articles/{article}}: the article with its thread. */
@RestController
class PageEndpoint {

    private final Addresses addresses;
    private final Sites sites;
    private final Articles articles;
    private final ThreadParts parts;
    private final PageRenderer renderer;
    private final WritingSettings writing;
    private final ThreadWords words;

    PageEndpoint(
            Addresses addresses,
            Sites sites,
            Articles articles,
            ThreadParts parts,
            PageRenderer renderer,
            WritingSettings writing,
            ThreadWords words) {
        this.addresses = addresses;
        this.sites = sites;
        this.articles = articles;
        this.parts = parts;
        this.renderer = renderer;
        this.writing = writing;
        this.words = words;
    }

    @GetMapping(path = "/sites/{site}/articles/{article}", produces = MediaType.TEXT_HTML_VALUE)
    Mono<Void> page(
            @PathVariable String site,
            @PathVariable String article,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        var thread = addresses.thread(site, article);
        var language = ReaderLanguage.of(request, sites.named(site));
        // A thread in memory is shown also while nothing can be said about its article.
        var registered = articles.find(thread)
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .onErrorReturn(StoreUnavailable.class, Optional.empty());
        return Mono.zip(parts.of(thread, request.getQueryParams()), registered)
                .publishOn(Schedulers.boundedElastic())
                .map(both -> renderer.article(
                        page(thread, both.getT2().orElse(null), both.getT1(), request, language), language))
                .flatMap(html -> PageResponse.write(response, html, language, writing.address()));
    }

    private ArticlePage page(
            ThreadKey thread, @Nullable Article article, Part part, ServerHttpRequest request, Language language) {
        var site = sites.named(thread.site());
        var clock = new SiteClock(site.zone());
        var publishedAt = article == null ? null : article.publishedAt();
        var path = "/sites/" + site.name() + "/articles/" + UriUtils.encodePathSegment(thread.article(), UTF_8);
        var address = UriComponentsBuilder.fromUri(request.getURI())
                .replacePath(path)
                .replaceQuery(null)
                .build(true)
                .toUriString();
        var settings = ScriptSettings.of(site, thread, article, language, writing, words);
        var title = article == null ? thread.article() : article.title();
        var text = article == null || article.text() == null ? List.<Block>of() : ArticleText.blocks(article.text());
        var comments = part.listing().page().comments();
        var total = part.listing().page().total();
        var parameters = request.getQueryParams();
        return new ArticlePage(
                language.tag(),
                thread.article(),
                article == null ? null : article.title(),
                article == null ? null : article.url(),
                publishedAt == null ? null : publishedAt.toString(),
                publishedAt == null ? null : clock.show(publishedAt),
                text,
                !settings.open(),
                settings.open() && settings.writing() != null,
                ThreadTree.of(comments, part.wanted(), clock),
                total,
                part.query().order() == Order.NEWEST,
                part.query().after() == null,
                PageLinks.of(
                        path,
                        part.query(),
                        part.listing().page().next(),
                        parameters.getFirst(ReaderLanguage.PARAMETER)),
                part.listing().positions().toString(),
                address,
                ArticleText.summary(text),
                JsonInHtml.write(StructuredData.of(address, title, article, comments, total)),
                JsonInHtml.write(settings));
    }
}
