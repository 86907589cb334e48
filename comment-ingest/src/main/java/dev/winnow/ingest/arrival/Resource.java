package dev.winnow.ingest.arrival;

import dev.winnow.ingest.problems.Problem;
import dev.winnow.ingest.problems.ProblemKind;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.HttpMethod;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** One address and the operations that its methods stand for. */
final class Resource {

    private final Address address;
    private final Map<HttpMethod, Operation> operations;
    private final Arrival arrival;
    private final Problem otherMethod;

    Resource(Address address, Map<HttpMethod, Operation> operations, Arrival arrival) {
        this.address = address;
        this.operations = Map.copyOf(operations);
        this.arrival = arrival;
        var allowed = operations.keySet().stream().map(HttpMethod::name).collect(Collectors.joining(", "));
        this.otherMethod = Problem.of(ProblemKind.METHOD_NOT_ALLOWED, "Here one can use " + allowed + ".")
                .with("Allow", allowed);
    }

    Address address() {
        return address;
    }

    Mono<Void> handle(ServerWebExchange exchange, Map<String, String> variables) {
        var operation = operations.get(exchange.getRequest().getMethod());
        return operation == null
                ? arrival.refuse(exchange, otherMethod)
                : arrival.handle(exchange, variables, operation);
    }
}
