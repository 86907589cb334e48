package dev.winnow.ingest.arrival;

import dev.winnow.ingest.problems.Problem;
import dev.winnow.ingest.problems.ProblemKind;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.server.MethodNotAllowedException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;

/** Makes a problem answer of what went wrong outside the operations: unknown addresses, the operators' pages. */
@Component
@Order(-2)
class Failures implements WebExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private final Answers answers;

    Failures(Answers answers) {
        this.answers = answers;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
        if (exchange.getResponse().isCommitted()) {
            return Mono.error(failure);
        }
        return answers.write(exchange, new Answer.Refused(problem(failure)));
    }

    private static Problem problem(Throwable failure) {
        if (failure instanceof MethodNotAllowedException e) {
            var allowed = e.getSupportedMethods().stream()
                    .map(HttpMethod::name)
                    .sorted()
                    .collect(Collectors.joining(", "));
            return Problem.of(ProblemKind.METHOD_NOT_ALLOWED, "Here one can use " + allowed + ".")
                    .with("Allow", allowed);
        }
        if (failure instanceof ResponseStatusException e) {
            return switch (e.getStatusCode().value()) {
                case 404 -> Problem.of(ProblemKind.NOT_FOUND, "There is nothing at this address.");
                case 406 -> Problem.of(ProblemKind.NOT_ACCEPTABLE, "There is no answer in a form that Accept names.");
                case 413 -> Problem.of(ProblemKind.TOO_LARGE, "The request is too large.");
                case 415 -> Problem.of(ProblemKind.UNSUPPORTED_MEDIA_TYPE, "This media type is not taken here.");
                default ->
                    e.getStatusCode().is4xxClientError()
                            ? Problem.of(ProblemKind.MALFORMED, "The request cannot be read.")
                            : internal(failure);
            };
        }
        return internal(failure);
    }

    private static Problem internal(Throwable failure) {
        LOG.error("A request failed", failure);
        return Problem.of(ProblemKind.INTERNAL, "This is a fault of ours; it has been logged.");
    }
}
