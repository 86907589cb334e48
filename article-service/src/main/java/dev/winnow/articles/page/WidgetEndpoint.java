package dev.winnow.articles.page;

import dev.winnow.articles.article.Articles;
import dev.winnow.articles.site.Addresses;
import dev.winnow.articles.site.Sites;
import dev.winnow.articles.store.StoreUnavailable;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** {@code GET …/articles/{article}/widget}: what the custom element of {@code embed.js} needs to know. */
@RestController
class WidgetEndpoint {

    private final Addresses addresses;
    private final Sites sites;
    private final Articles articles;
    private final WritingSettings writing;
    private final ThreadWords words;

    WidgetEndpoint(Addresses addresses, Sites sites, Articles articles, WritingSettings writing, ThreadWords words) {
        this.addresses = addresses;
        this.sites = sites;
        this.articles = articles;
        this.writing = writing;
        this.words = words;
    }

    @GetMapping(path = "/v1/sites/{site}/articles/{article}/widget", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<ScriptSettings>> widget(
            @PathVariable String site, @PathVariable String article, ServerHttpRequest request) {
        var thread = addresses.thread(site, article);
        var served = sites.named(site);
        var language = ReaderLanguage.of(request, served);
        return articles.find(thread)
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .onErrorReturn(StoreUnavailable.class, Optional.empty())
                .map(found -> ResponseEntity.ok()
                        .cacheControl(CacheControl.noCache())
                        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                        .body(ScriptSettings.of(served, thread, found.orElse(null), language, writing, words)));
    }
}
