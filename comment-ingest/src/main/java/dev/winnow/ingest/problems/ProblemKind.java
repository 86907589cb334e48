package dev.winnow.ingest.problems;

/** The kinds of problem this service answers; the word is the stable end of the {@code type} address. */
public enum ProblemKind {
    MALFORMED("malformed", 400, "The request cannot be read"),
    UNAUTHORIZED("unauthorized", 401, "A token is missing"),
    FORBIDDEN("forbidden", 403, "The token does not allow this"),
    NOT_FOUND("not-found", 404, "There is no such thing here"),
    METHOD_NOT_ALLOWED("method-not-allowed", 405, "The method is not allowed here"),
    NOT_ACCEPTABLE("not-acceptable", 406, "No acceptable form of answer"),
    REQUEST_TIMEOUT("request-timeout", 408, "The request took too long to arrive"),
    TOO_LARGE("too-large", 413, "The request is too large"),
    UNSUPPORTED_MEDIA_TYPE("unsupported-media-type", 415, "The media type is not supported"),
    INVALID("invalid", 422, "The request breaks a rule"),
    RATE_LIMITED("rate-limited", 429, "Too many requests"),
    INTERNAL("internal", 500, "Something went wrong here"),
    UNAVAILABLE("unavailable", 503, "Not available at the moment");

    private final String word;
    private final int status;
    private final String title;

    ProblemKind(String word, int status, String title) {
        this.word = word;
        this.status = status;
        this.title = title;
    }

    /** The kind's name in metrics and at the end of its type. */
    public String word() {
        return word;
    }

    /** The HTTP status that goes with it. */
    public int status() {
        return status;
    }

    /** The problem's type, an address that never changes. */
    public String type() {
        return "urn:winnow:problem:" + word;
    }

    /** One line for people. */
    public String title() {
        return title;
    }
}
