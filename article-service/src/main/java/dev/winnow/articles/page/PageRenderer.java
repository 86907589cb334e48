package dev.winnow.articles.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.winnow.articles.ArticleMetrics;
import dev.winnow.articles.site.Language;
import java.time.Duration;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringWebFluxTemplateEngine;

/** Turns pages into HTML. It computes and, for the first time, reads templates: not for an event loop. */
@Component
class PageRenderer {

    private final SpringWebFluxTemplateEngine engine;
    private final ArticleMetrics metrics;

    PageRenderer(SpringWebFluxTemplateEngine engine, ArticleMetrics metrics) {
        this.engine = engine;
        this.metrics = metrics;
    }

    byte[] article(ArticlePage page, Language language) {
        var start = System.nanoTime();
        var html = render("article", Map.of("page", page), language);
        metrics.rendered(Duration.ofNanos(System.nanoTime() - start));
        return html;
    }

    /** The page that says that something went wrong. */
    byte[] problem(int status, Language language) {
        var known = status == 404 || status == 503 ? status : status < 500 ? 400 : 500;
        return render("problem", Map.of("lang", language.tag(), "status", status, "kind", known), language);
    }

    private byte[] render(String template, Map<String, Object> variables, Language language) {
        return engine.process(template, new Context(language.locale(), variables))
                .getBytes(UTF_8);
    }
}
