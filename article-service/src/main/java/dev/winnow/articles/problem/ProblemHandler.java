package dev.winnow.articles.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.winnow.articles.ArticleMetrics;
import java.net.URI;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Answers every failure as a problem. Comes before Spring Boot's own handler, so that there is one form only. */
@Component
@Order(-10)
class ProblemHandler implements WebExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(ProblemHandler.class);

    private final JsonMapper mapper = JsonMapper.builder().build();
    private final ArticleMetrics metrics;

    ProblemHandler(ArticleMetrics metrics) {
        this.metrics = metrics;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
        var response = exchange.getResponse();
        if (response.isCommitted()) {
            return Mono.error(failure);
        }
        var problem = Failures.problem(failure);
        metrics.problem(problem.kind().word());
        if (problem.kind() == Problem.Kind.INTERNAL) {
            log.error("Failed on {} {}", exchange.getRequest().getMethod(), path(exchange), failure);
        }
        response.setStatusCode(problem.kind().status());
        response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        response.getHeaders().setCacheControl("no-store");
        problem.headers().forEach(response.getHeaders()::set);
        var body = mapper.writeValueAsBytes(Form.of(problem, path(exchange)));
        response.getHeaders().setContentLength(body.length);
        return response.writeWith(Mono.just(response.bufferFactory().wrap(body)));
    }

    private static String path(ServerWebExchange exchange) {
        return URI.create(exchange.getRequest().getPath().value()).getRawPath();
    }

    /** A problem as RFC 9457 has it. */
    private record Form(
            String type,
            String title,
            int status,
            String detail,
            String instance,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Problem.FieldError> errors) {

        static Form of(Problem problem, String instance) {
            return new Form(
                    "urn:winnow:problem:" + problem.kind().word(),
                    problem.kind().title(),
                    problem.kind().status().value(),
                    problem.detail(),
                    instance,
                    problem.errors());
        }
    }
}
