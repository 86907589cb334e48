package dev.winnow.worker.problems;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;

/**
 * Why a request was refused, as a value.
 *
 * @param kind what sort of problem
 * @param detail what was wrong, where, and what to do
 * @param errors what is wrong with which field; empty where the problem is not about fields
 * @param more further members of the answer, in order
 * @param headers headers that belong to the answer, such as {@code Retry-After}
 */
public record Problem(
        ProblemKind kind,
        String detail,
        List<FieldError> errors,
        Map<String, Object> more,
        Map<String, String> headers) {

    public Problem {
        errors = List.copyOf(errors);
    }

    /** A problem about which there is no more to say. */
    public static Problem of(ProblemKind kind, String detail) {
        return new Problem(kind, detail, List.of(), Map.of(), Map.of());
    }

    /** Input that breaks rules. */
    public static Problem invalid(List<FieldError> errors) {
        var first = errors.get(0);
        var others = errors.size() == 1 ? "" : " (and %d more)".formatted(errors.size() - 1);
        var detail = "%s must %s%s".formatted(first.field(), first.must(), others);
        return new Problem(ProblemKind.INVALID, detail, errors, Map.of(), Map.of());
    }

    /** One field that breaks a rule. */
    public static Problem invalid(String field, String must) {
        return invalid(List.of(new FieldError(field, must)));
    }

    /** Something this service needs is away; trying again later helps. */
    public static Problem unavailable(String detail, Duration retryAfter) {
        return of(ProblemKind.UNAVAILABLE, detail).retryAfter(retryAfter);
    }

    /** The same problem with a further member. */
    public Problem with(String member, Object value) {
        var members = new LinkedHashMap<>(more);
        members.put(member, value);
        return new Problem(kind, detail, errors, members, headers);
    }

    /** The same problem with a header. */
    public Problem header(String name, String value) {
        var all = new LinkedHashMap<>(headers);
        all.put(name, value);
        return new Problem(kind, detail, errors, more, all);
    }

    /** The same problem, saying when to try again. */
    public Problem retryAfter(Duration wait) {
        return header(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, wait.toSeconds())));
    }

    /** This problem on its way out of a reactive chain. */
    public ProblemException asException() {
        return new ProblemException(this);
    }
}
