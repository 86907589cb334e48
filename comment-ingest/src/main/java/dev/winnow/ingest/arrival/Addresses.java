package dev.winnow.ingest.arrival;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.HttpMethod;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.reactive.handler.SimpleUrlHandlerMapping;

/** The addresses of the API: one {@link Resource} for all methods of one address. */
@Configuration(proxyBeanMethods = false)
class Addresses {

    /** Before all others: each endpoint of the actuator would be compared with each request first. */
    @Bean
    HandlerMapping apiAddresses(List<Operation> operations, Arrival arrival) {
        var byAddress = new HashMap<String, Map<HttpMethod, Operation>>();
        for (var operation : operations) {
            byAddress
                    .computeIfAbsent(operation.address(), address -> new TreeMap<>())
                    .put(operation.method(), operation);
        }
        var handlers = new HashMap<String, Resource>();
        byAddress.forEach((address, methods) -> handlers.put(address, new Resource(methods, arrival)));
        return new SimpleUrlHandlerMapping(handlers, Ordered.HIGHEST_PRECEDENCE);
    }
}
