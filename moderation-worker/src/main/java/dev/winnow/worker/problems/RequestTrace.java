package dev.winnow.worker.problems;

import dev.winnow.events.TraceParent;
import org.springframework.web.server.ServerWebExchange;

/** The trace that a request belongs to: the one its {@code traceparent} names, else one that begins with it. */
public final class RequestTrace {

    private static final String ATTRIBUTE = RequestTrace.class.getName();

    private RequestTrace() {}

    public static TraceParent of(ServerWebExchange exchange) {
        var trace = exchange.getAttributes()
                .computeIfAbsent(
                        ATTRIBUTE,
                        name -> TraceParent.continuedFrom(
                                exchange.getRequest().getHeaders().getFirst(TraceParent.HEADER)));
        return (TraceParent) trace;
    }
}
