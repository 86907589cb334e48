package dev.winnow.articles.problem;

import dev.winnow.articles.problem.Problem.Kind;
import dev.winnow.articles.store.StoreUnavailable;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.web.ErrorResponse;
import org.springframework.web.server.MethodNotAllowedException;
import org.springframework.web.server.NotAcceptableStatusException;
import org.springframework.web.server.ServerWebInputException;
import org.springframework.web.server.UnsupportedMediaTypeStatusException;

/** Which problem a failure is. */
public final class Failures {

    private Failures() {}

    public static Problem problem(Throwable failure) {
        if (failure instanceof ProblemException known) {
            return known.problem();
        }
        if (failure instanceof StoreUnavailable) {
            return Problem.unavailable("The store does not answer just now. Ask again in a moment.");
        }
        if (failure instanceof DataBufferLimitException) {
            return Problem.of(Kind.TOO_LARGE, "The body is larger than this service takes.");
        }
        if (failure instanceof ErrorResponse response) {
            return ofSpring(failure, response);
        }
        return Problem.of(Kind.INTERNAL, "Something went wrong here. It has been noted; ask again later.");
    }

    private static Problem ofSpring(Throwable failure, ErrorResponse response) {
        if (failure instanceof MethodNotAllowedException method) {
            var allowed = method.getSupportedMethods().stream()
                    .map(HttpMethod::name)
                    .sorted()
                    .collect(Collectors.joining(", "));
            return new Problem(
                    Kind.METHOD_NOT_ALLOWED,
                    "This address takes " + allowed + ".",
                    List.of(),
                    Map.of(HttpHeaders.ALLOW, allowed));
        }
        if (failure instanceof NotAcceptableStatusException accept) {
            return Problem.of(Kind.NOT_ACCEPTABLE, "This address answers " + accept.getSupportedMediaTypes() + ".");
        }
        if (failure instanceof UnsupportedMediaTypeStatusException type) {
            return Problem.of(Kind.UNSUPPORTED_MEDIA_TYPE, "This address takes " + type.getSupportedMediaTypes() + ".");
        }
        if (failure instanceof ServerWebInputException) {
            return Problem.of(Kind.MALFORMED, "The request cannot be understood.");
        }
        return switch (response.getStatusCode().value()) {
            case 400 -> Problem.of(Kind.MALFORMED, "The request cannot be understood.");
            case 404 -> Problem.notFound("Nothing is at this address.");
            case 413 -> Problem.of(Kind.TOO_LARGE, "The body is larger than this service takes.");
            case 503 -> Problem.unavailable("This cannot be answered just now.");
            default -> Problem.of(Kind.INTERNAL, "Something went wrong here. It has been noted; ask again later.");
        };
    }
}
