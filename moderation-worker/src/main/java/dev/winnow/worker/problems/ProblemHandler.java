package dev.winnow.worker.problems;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webflux.error.ErrorWebExceptionHandler;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.web.server.MethodNotAllowedException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Turns whatever went wrong with a request into a problem answer. It stands in the place of Spring Boot's error page. */
@Component
@Order(-2)
final class ProblemHandler implements ErrorWebExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(ProblemHandler.class);

    private final ProblemAnswers answers;

    ProblemHandler(ProblemAnswers answers) {
        this.answers = answers;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable error) {
        if (exchange.getResponse().isCommitted()) {
            return Mono.error(error);
        }
        var problem = problem(exchange, error);
        if (problem.kind() == ProblemKind.INTERNAL) {
            log.error("A request failed, trace {}", RequestTrace.of(exchange).traceId(), error);
        }
        return answers.write(exchange, problem);
    }

    private static Problem problem(ServerWebExchange exchange, Throwable error) {
        if (error instanceof ProblemException known) {
            return known.problem();
        }
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof DataBufferLimitException) {
                return Problem.of(ProblemKind.TOO_LARGE, "The body is larger than what is taken here.");
            }
        }
        if (error instanceof MethodNotAllowedException refused) {
            return methodNotAllowed(refused);
        }
        if (error instanceof ResponseStatusException status) {
            return ofStatus(exchange, status.getStatusCode());
        }
        return Problem.of(
                ProblemKind.INTERNAL,
                "It is logged under the trace " + RequestTrace.of(exchange).traceId() + ".");
    }

    private static Problem methodNotAllowed(MethodNotAllowedException refused) {
        var allowed = refused.getSupportedMethods().stream()
                .map(Object::toString)
                .sorted()
                .toList();
        return Problem.of(ProblemKind.METHOD_NOT_ALLOWED, "Use one of " + allowed + ".")
                .header(HttpHeaders.ALLOW, String.join(", ", allowed));
    }

    private static Problem ofStatus(ServerWebExchange exchange, HttpStatusCode status) {
        return switch (status.value()) {
            case 401 -> Problem.of(ProblemKind.UNAUTHORIZED, "This is for signed-in moderators.");
            case 403 -> Problem.of(ProblemKind.FORBIDDEN, "You may not do this.");
            case 404 ->
                Problem.of(ProblemKind.NOT_FOUND, "Nothing is at this address; /v3/api-docs lists what there is.");
            case 406 -> Problem.of(ProblemKind.NOT_ACCEPTABLE, "Ask for what /v3/api-docs says this address answers.");
            case 413 -> Problem.of(ProblemKind.TOO_LARGE, "The body is larger than what is taken here.");
            case 415 -> Problem.of(ProblemKind.UNSUPPORTED_MEDIA_TYPE, "Send application/json.");
            case 503 -> Problem.of(ProblemKind.UNAVAILABLE, "Try again in a moment.");
            default ->
                status.is4xxClientError()
                        ? Problem.of(ProblemKind.MALFORMED, "Path, query or headers are not what is read here.")
                        : Problem.of(
                                ProblemKind.INTERNAL,
                                "It is logged under the trace "
                                        + RequestTrace.of(exchange).traceId() + ".");
        };
    }
}
