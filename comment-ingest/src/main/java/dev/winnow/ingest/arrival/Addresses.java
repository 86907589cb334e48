package dev.winnow.ingest.arrival;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.observation.ServerRequestObservationContext;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * The addresses of the API: one {@link Resource} for all methods of one address. A filter, because what Spring does to
 * find and call a handler takes longer than finding one among these few (docs/decisions/0010); all other addresses are
 * left to Spring.
 */
@Component
class Addresses implements WebFilter {

    private final List<Resource> resources;

    Addresses(List<Operation> operations, Arrival arrival) {
        var byAddress = new HashMap<String, Map<HttpMethod, Operation>>();
        for (var operation : operations) {
            byAddress
                    .computeIfAbsent(operation.address(), address -> new TreeMap<>())
                    .put(operation.method(), operation);
        }
        this.resources = byAddress.entrySet().stream()
                .map(entry -> new Resource(Address.of(entry.getKey()), entry.getValue(), arrival))
                .toList();
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var path = exchange.getRequest().getPath().pathWithinApplication().elements();
        for (var resource : resources) {
            var variables = resource.address().variables(path);
            if (variables != null) {
                ServerRequestObservationContext.findCurrent(exchange.getAttributes())
                        .ifPresent(observed ->
                                observed.setPathPattern(resource.address().pattern()));
                return resource.handle(exchange, variables);
            }
        }
        return chain.filter(exchange);
    }
}
