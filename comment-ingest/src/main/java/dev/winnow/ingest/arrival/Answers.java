package dev.winnow.ingest.arrival;

import dev.winnow.ingest.IngestMetrics;
import dev.winnow.ingest.problems.Problem;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The one way in which answers go out, counted. */
@Component
class Answers {

    private static final MediaType PROBLEM = MediaType.parseMediaType(Problem.MEDIA_TYPE);

    private final IngestMetrics metrics;

    Answers(IngestMetrics metrics) {
        this.metrics = metrics;
    }

    Mono<Void> write(ServerWebExchange exchange, Answer answer) {
        if (answer instanceof Answer.Accepted accepted) {
            return accepted(exchange.getResponse(), accepted);
        }
        if (answer instanceof Answer.Streamed streamed) {
            return streamed(exchange.getResponse(), streamed);
        }
        return refused(exchange, ((Answer.Refused) answer).problem());
    }

    private Mono<Void> accepted(ServerHttpResponse response, Answer.Accepted accepted) {
        metrics.accepted(accepted.kind());
        var location = accepted.location();
        if (location != null) {
            response.getHeaders().set(HttpHeaders.LOCATION, location);
        }
        return whole(response, HttpStatus.ACCEPTED, MediaType.APPLICATION_JSON, accepted.json());
    }

    private Mono<Void> refused(ServerWebExchange exchange, Problem problem) {
        metrics.refused(problem.kind());
        var request = exchange.getRequest();
        var response = exchange.getResponse();
        problem.headers().forEach(response.getHeaders()::set);
        if (mayHaveMuchUnread(request)) {
            response.getHeaders().set(HttpHeaders.CONNECTION, "close");
        }
        var status = HttpStatusCode.valueOf(problem.kind().status());
        return whole(response, status, PROBLEM, problem.json(request.getURI().getRawPath()));
    }

    /** What is left of a large or endless body is not waited for: the connection ends with the answer. */
    private static boolean mayHaveMuchUnread(ServerHttpRequest request) {
        return request.getHeaders().getContentLength() > Bodies.MAX_BYTES
                || request.getHeaders().containsHeader(HttpHeaders.TRANSFER_ENCODING);
    }

    private static Mono<Void> whole(ServerHttpResponse response, HttpStatusCode status, MediaType type, byte[] body) {
        response.setStatusCode(status);
        response.getHeaders().setContentType(type);
        response.getHeaders().setContentLength(body.length);
        return response.writeWith(Mono.just(response.bufferFactory().wrap(body)));
    }

    private static Mono<Void> streamed(ServerHttpResponse response, Answer.Streamed streamed) {
        response.setStatusCode(HttpStatus.OK);
        response.getHeaders().setContentType(streamed.mediaType());
        // The answer may end before the request does; then nothing more can be said on this connection.
        response.getHeaders().set(HttpHeaders.CONNECTION, "close");
        return response.writeAndFlushWith(streamed.pieces().map(Flux::just));
    }
}
