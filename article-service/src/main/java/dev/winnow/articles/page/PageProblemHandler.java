package dev.winnow.articles.page;

import dev.winnow.articles.ArticleMetrics;
import dev.winnow.articles.problem.Failures;
import dev.winnow.articles.problem.Problem;
import dev.winnow.articles.site.Language;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.util.InvalidMimeTypeException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Tells people, who ask for a page with a browser, what went wrong on a page. All others get a problem. */
@Component
@Order(-11)
class PageProblemHandler implements WebExceptionHandler {

    private final PageRenderer renderer;
    private final ArticleMetrics metrics;

    PageProblemHandler(PageRenderer renderer, ArticleMetrics metrics) {
        this.renderer = renderer;
        this.metrics = metrics;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
        var problem = Failures.problem(failure);
        var request = exchange.getRequest();
        var isForPeople = problem.kind() != Problem.Kind.INTERNAL
                && request.getPath().value().startsWith("/sites/")
                && accepts(request)
                && !exchange.getResponse().isCommitted();
        if (!isForPeople) {
            return Mono.error(failure);
        }
        metrics.problem(problem.kind().word());
        var language = ReaderLanguage.wanted(request).orElse(Language.CHINESE);
        var status = problem.kind().status();
        return Mono.fromCallable(() -> renderer.problem(status.value(), language))
                .subscribeOn(Schedulers.boundedElastic())
                .flatMap(html -> {
                    exchange.getResponse().setStatusCode(status);
                    problem.headers().forEach(exchange.getResponse().getHeaders()::set);
                    return PageResponse.write(exchange.getResponse(), html, language, null);
                });
    }

    private static boolean accepts(ServerHttpRequest request) {
        try {
            return request.getHeaders().getAccept().stream()
                    .anyMatch(type -> type.isConcrete() && type.isCompatibleWith(MediaType.TEXT_HTML));
        } catch (InvalidMimeTypeException e) {
            return false;
        }
    }
}
