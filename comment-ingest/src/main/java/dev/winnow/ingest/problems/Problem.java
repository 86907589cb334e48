package dev.winnow.ingest.problems;

import dev.winnow.events.EventJson;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Why something was not done, as a value.
 *
 * @param kind which kind of problem
 * @param detail what was wrong, where, and what to do
 * @param errors for bad input, the rules it broke; else empty
 * @param headers what the answer carries besides, such as {@code Retry-After}
 */
public record Problem(ProblemKind kind, String detail, List<Violation> errors, Map<String, String> headers) {

    /** The media type of problem details. */
    public static final String MEDIA_TYPE = "application/problem+json";

    public Problem {
        errors = List.copyOf(errors);
        headers = Map.copyOf(headers);
    }

    /** A problem that a sentence explains. */
    public static Problem of(ProblemKind kind, String detail) {
        return new Problem(kind, detail, List.of(), Map.of());
    }

    /** Input that breaks rules. */
    public static Problem invalid(List<Violation> errors) {
        var detail = errors.size() == 1
                ? errors.get(0).field() + " must " + errors.get(0).must() + "."
                : errors.size() + " fields break a rule; see errors.";
        return new Problem(ProblemKind.INVALID, detail, errors, Map.of());
    }

    /** Input of which one field breaks a rule. */
    public static Problem invalid(String field, String must) {
        return invalid(List.of(new Violation(field, must)));
    }

    /** A token is missing. */
    public static Problem unauthorized(String detail) {
        return of(ProblemKind.UNAUTHORIZED, detail).with("WWW-Authenticate", "Bearer");
    }

    /** What was asked cannot be done now; nothing was taken for certain. */
    public static Problem unavailable(String detail, int retryAfterSeconds) {
        return of(ProblemKind.UNAVAILABLE, detail).with("Retry-After", Integer.toString(retryAfterSeconds));
    }

    /** The same problem with one more header. */
    public Problem with(String header, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Problem(kind, detail, errors, more);
    }

    /** The problem as the fields of its JSON form. */
    public Map<String, Object> fields(String instance) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("type", kind.type());
        fields.put("title", kind.title());
        fields.put("status", kind.status());
        fields.put("detail", detail);
        fields.put("instance", instance);
        if (!errors.isEmpty()) {
            fields.put("errors", errors);
        }
        return fields;
    }

    /** The problem's JSON form. */
    public byte[] json(String instance) {
        return EventJson.write(fields(instance));
    }
}
