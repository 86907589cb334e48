package dev.winnow.worker.problems;

import org.springframework.http.HttpStatus;

/** The kinds of problems that this service answers with. Their words are part of the contract: they never change. */
public enum ProblemKind {
    MALFORMED("malformed", HttpStatus.BAD_REQUEST, "The request cannot be read"),
    UNAUTHORIZED("unauthorized", HttpStatus.UNAUTHORIZED, "Sign in first"),
    FORBIDDEN("forbidden", HttpStatus.FORBIDDEN, "This is not allowed"),
    NOT_FOUND("not-found", HttpStatus.NOT_FOUND, "There is no such thing"),
    METHOD_NOT_ALLOWED("method-not-allowed", HttpStatus.METHOD_NOT_ALLOWED, "This address does not take this method"),
    NOT_ACCEPTABLE("not-acceptable", HttpStatus.NOT_ACCEPTABLE, "There is no answer of the type asked for"),
    TIMEOUT("timeout", HttpStatus.REQUEST_TIMEOUT, "The request did not arrive in time"),
    CONFLICT("conflict", HttpStatus.CONFLICT, "Something else came first"),
    PRECONDITION_FAILED("precondition-failed", HttpStatus.PRECONDITION_FAILED, "It changed since it was read"),
    TOO_LARGE("too-large", HttpStatus.CONTENT_TOO_LARGE, "The request is too large"),
    UNSUPPORTED_MEDIA_TYPE(
            "unsupported-media-type", HttpStatus.UNSUPPORTED_MEDIA_TYPE, "The body is of a type that is not read here"),
    INVALID("invalid", HttpStatus.UNPROCESSABLE_CONTENT, "The request breaks a rule"),
    RATE_LIMITED("rate-limited", HttpStatus.TOO_MANY_REQUESTS, "Too many requests"),
    INTERNAL("internal", HttpStatus.INTERNAL_SERVER_ERROR, "Something went wrong on our side"),
    UNAVAILABLE("unavailable", HttpStatus.SERVICE_UNAVAILABLE, "Not possible at the moment");

    private final String word;
    private final HttpStatus status;
    private final String title;

    ProblemKind(String word, HttpStatus status, String title) {
        this.word = word;
        this.status = status;
        this.title = title;
    }

    /** The word used in metrics and at the end of {@link #type()}. */
    public String word() {
        return word;
    }

    public HttpStatus status() {
        return status;
    }

    public String title() {
        return title;
    }

    /** The stable address of this kind. */
    public String type() {
        return "urn:winnow:problem:" + word;
    }
}
