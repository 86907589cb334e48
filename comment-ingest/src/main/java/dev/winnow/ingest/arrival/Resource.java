package dev.winnow.ingest.arrival;

import dev.winnow.ingest.problems.Problem;
import dev.winnow.ingest.problems.ProblemKind;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.HttpMethod;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebHandler;
import reactor.core.publisher.Mono;

/** One address and the operations that its methods stand for. */
final class Resource implements WebHandler {

    private final Map<HttpMethod, Operation> operations;
    private final Arrival arrival;
    private final Problem otherMethod;

    Resource(Map<HttpMethod, Operation> operations, Arrival arrival) {
        this.operations = Map.copyOf(operations);
        this.arrival = arrival;
        var allowed = operations.keySet().stream().map(HttpMethod::name).collect(Collectors.joining(", "));
        this.otherMethod = Problem.of(ProblemKind.METHOD_NOT_ALLOWED, "Here one can use " + allowed + ".")
                .with("Allow", allowed);
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange) {
        var operation = operations.get(exchange.getRequest().getMethod());
        return operation == null
                ? arrival.refuse(exchange, otherMethod)
                : arrival.handle(exchange, variables(exchange), operation);
    }

    private static Map<String, String> variables(ServerWebExchange exchange) {
        Map<String, String> variables = exchange.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        return variables == null ? Map.of() : variables;
    }
}
