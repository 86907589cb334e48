package dev.winnow.worker.problems;

import dev.winnow.worker.metrics.WorkerMetrics;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.LinkedHashMap;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Writes problems as answers and counts them. */
@Component
public final class ProblemAnswers {

    private final JsonMapper json;
    private final MeterRegistry meters;

    ProblemAnswers(JsonMapper json, MeterRegistry meters) {
        this.json = json;
        this.meters = meters;
    }

    /** Answers with a problem, whatever type of answer was asked for. */
    public Mono<Void> write(ServerWebExchange exchange, Problem problem) {
        var response = exchange.getResponse();
        if (response.isCommitted()) {
            return Mono.empty();
        }
        count(problem.kind());
        response.setStatusCode(problem.kind().status());
        var headers = response.getHeaders();
        headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        headers.setCacheControl("no-store");
        problem.headers().forEach(headers::set);
        if (exchange.getRequest().getMethod() == HttpMethod.HEAD) {
            return response.setComplete();
        }
        var body = json.writeValueAsBytes(members(exchange, problem));
        headers.setContentLength(body.length);
        return response.writeWith(
                Mono.fromSupplier(() -> response.bufferFactory().wrap(body)));
    }

    private static LinkedHashMap<String, Object> members(ServerWebExchange exchange, Problem problem) {
        var members = new LinkedHashMap<String, Object>();
        members.put("type", problem.kind().type());
        members.put("title", problem.kind().title());
        members.put("status", problem.kind().status().value());
        members.put("detail", problem.detail());
        members.put("instance", exchange.getRequest().getURI().getRawPath());
        if (!problem.errors().isEmpty()) {
            members.put("errors", problem.errors());
        }
        members.putAll(problem.more());
        return members;
    }

    private void count(ProblemKind kind) {
        meters.counter(WorkerMetrics.PROBLEMS, "kind", kind.word()).increment();
    }
}
