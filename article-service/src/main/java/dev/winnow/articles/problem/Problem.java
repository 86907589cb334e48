package dev.winnow.articles.problem;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/**
 * Why a request was not answered as its sender hoped.
 *
 * @param kind what sort of failure
 * @param detail what was wrong, where, and what to do
 * @param errors the fields that break a rule; may be empty
 * @param headers headers that belong to the answer, such as {@code Retry-After}
 */
public record Problem(Kind kind, String detail, List<FieldError> errors, Map<String, String> headers) {

    private static final Duration RETRY = Duration.ofSeconds(2);

    public Problem {
        errors = List.copyOf(errors);
        headers = Map.copyOf(headers);
    }

    public static Problem of(Kind kind, String detail) {
        return new Problem(kind, detail, List.of(), Map.of());
    }

    /** A field breaks a rule. */
    public static Problem invalid(String field, String must) {
        return invalid(List.of(new FieldError(field, must)));
    }

    /** Some fields break rules. */
    public static Problem invalid(List<FieldError> errors) {
        var first = errors.get(0);
        return new Problem(Kind.INVALID, first.field() + " must " + first.must() + ".", errors, Map.of());
    }

    public static Problem notFound(String detail) {
        return of(Kind.NOT_FOUND, detail);
    }

    /** Something that is needed is away; it is worth asking again. */
    public static Problem unavailable(String detail) {
        return new Problem(
                Kind.UNAVAILABLE,
                detail,
                List.of(),
                Map.of(HttpHeaders.RETRY_AFTER, String.valueOf(RETRY.toSeconds())));
    }

    public static Problem unauthorized(String detail) {
        return new Problem(Kind.UNAUTHORIZED, detail, List.of(), Map.of(HttpHeaders.WWW_AUTHENTICATE, "Bearer"));
    }

    /** The form in which it travels through reactive chains and out of endpoints. */
    public ProblemException exception() {
        return new ProblemException(this);
    }

    /**
     * A field that breaks a rule.
     *
     * @param field its name, with dots for nested ones
     * @param must what it must be, to be read after "must"
     */
    public record FieldError(String field, String must) {}

    /** The sorts of failure; each has an address of its own that the docs explain. */
    public enum Kind {
        MALFORMED(HttpStatus.BAD_REQUEST, "Malformed request"),
        UNAUTHORIZED(HttpStatus.UNAUTHORIZED, "Not authenticated"),
        FORBIDDEN(HttpStatus.FORBIDDEN, "Not allowed"),
        NOT_FOUND(HttpStatus.NOT_FOUND, "Not found"),
        METHOD_NOT_ALLOWED(HttpStatus.METHOD_NOT_ALLOWED, "Method not allowed"),
        NOT_ACCEPTABLE(HttpStatus.NOT_ACCEPTABLE, "Not acceptable"),
        TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE, "Too large"),
        UNSUPPORTED_MEDIA_TYPE(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "Unsupported media type"),
        INVALID(HttpStatus.UNPROCESSABLE_CONTENT, "Breaks a rule"),
        UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE, "Temporarily unavailable"),
        INTERNAL(HttpStatus.INTERNAL_SERVER_ERROR, "Internal error");

        private final HttpStatus status;
        private final String title;

        Kind(HttpStatus status, String title) {
            this.status = status;
            this.title = title;
        }

        public HttpStatus status() {
            return status;
        }

        public String title() {
            return title;
        }

        /** Its name in addresses and metrics. */
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }
}
