package dev.winnow.articles.article;

import dev.winnow.articles.problem.Problem;
import dev.winnow.articles.problem.Problem.Kind;
import dev.winnow.articles.site.Addresses;
import dev.winnow.articles.site.SiteKeys;
import dev.winnow.articles.store.StoreUnavailable;
import dev.winnow.events.TraceParent;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Articles: a site registers them, anybody reads them. */
@RestController
@RequestMapping(path = "/v1/sites/{site}/articles/{article}", produces = MediaType.APPLICATION_JSON_VALUE)
class ArticleEndpoints {

    private final Addresses addresses;
    private final SiteKeys keys;
    private final Articles articles;
    private final ArticleLog log;
    private final RegistrationSettings settings;

    ArticleEndpoints(
            Addresses addresses, SiteKeys keys, Articles articles, ArticleLog log, RegistrationSettings settings) {
        this.addresses = addresses;
        this.keys = keys;
        this.articles = articles;
        this.log = log;
        this.settings = settings;
    }

    @GetMapping
    Mono<ResponseEntity<ArticleView>> read(@PathVariable String site, @PathVariable String article) {
        return articles.find(addresses.thread(site, article))
                .map(found ->
                        ResponseEntity.ok().cacheControl(CacheControl.noCache()).body(ArticleView.of(found)))
                .switchIfEmpty(Mono.error(
                        () -> Problem.notFound("This article was never registered; it may have a thread all the same.")
                                .exception()));
    }

    /** Answers once Kafka has the article on all replicas. */
    @PutMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<ArticleView>> register(
            @PathVariable String site, @PathVariable String article, ServerHttpRequest request) {
        var thread = addresses.thread(site, article);
        keys.check(site, request.getHeaders());
        var trace = TraceParent.continuedFrom(request.getHeaders().getFirst(TraceParent.HEADER));
        var existed = articles.find(thread).hasElement().onErrorReturn(StoreUnavailable.class, true);
        return body(request)
                .map(body ->
                        Registration.read(body).article(thread, Instant.now().truncatedTo(ChronoUnit.MILLIS)))
                .zipWhen(registered -> existed)
                .flatMap(both -> log.append(both.getT1(), trace.next()).map(state -> {
                    articles.registered(state);
                    return ResponseEntity.status(both.getT2() ? HttpStatus.OK : HttpStatus.CREATED)
                            .body(ArticleView.of(state.article()));
                }));
    }

    private Mono<byte[]> body(ServerHttpRequest request) {
        return DataBufferUtils.join(request.getBody(), (int) settings.body().toBytes())
                .map(buffer -> {
                    var bytes = new byte[buffer.readableByteCount()];
                    buffer.read(bytes);
                    DataBufferUtils.release(buffer);
                    return bytes;
                })
                .defaultIfEmpty(new byte[0])
                .timeout(settings.bodyTimeout())
                .onErrorMap(
                        TimeoutException.class,
                        e -> Problem.of(Kind.MALFORMED, "The body did not end in time.")
                                .exception());
    }
}
