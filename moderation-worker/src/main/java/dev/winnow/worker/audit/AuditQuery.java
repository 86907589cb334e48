package dev.winnow.worker.audit;

import dev.winnow.events.Decider;
import dev.winnow.events.Decision.Action;
import dev.winnow.worker.problems.FieldError;
import dev.winnow.worker.problems.Problem;
import dev.winnow.worker.signin.Reach;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * Which entries are asked for; null is no matter.
 *
 * @param reach of the sites that whoever asks works for
 * @param by who decided, by name
 * @param kind what kind of decider
 * @param site of which site
 * @param action what was decided
 * @param comment about which comment
 * @param from made then or later
 * @param to made before then
 * @param limit how many at most
 * @param after the id of the entry after which to go on
 */
record AuditQuery(
        Reach reach,
        @Nullable String by,
        @Nullable String kind,
        @Nullable String site,
        @Nullable String action,
        @Nullable String comment,
        @Nullable Instant from,
        @Nullable Instant to,
        int limit,
        @Nullable String after) {

    private static final int DEFAULT_LIMIT = 50;
    private static final int LARGEST_LIMIT = 200;
    private static final int LONGEST_WORD = 200;
    private static final int LONGEST_ID = 300;

    /** All entries about one comment. */
    static AuditQuery ofComment(String comment) {
        return new AuditQuery(Reach.ALL, null, null, null, null, comment, null, null, LARGEST_LIMIT, null);
    }

    /** Takes the query of a request apart; ends in a problem that names everything wrong with it. */
    static AuditQuery read(MultiValueMap<String, String> query, Reach reach) {
        var errors = new ArrayList<FieldError>();
        var asked = new AuditQuery(
                reach,
                text("by", LONGEST_WORD, query, errors),
                oneOf("kind", Decider.Kind.values(), query, errors),
                text("site", LONGEST_WORD, query, errors),
                oneOf("action", Action.values(), query, errors),
                text("comment", LONGEST_WORD, query, errors),
                time("from", query, errors),
                time("to", query, errors),
                limit(query, errors),
                text("after", LONGEST_ID, query, errors));
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors).asException();
        }
        return asked;
    }

    private static @Nullable String text(
            String name, int longest, MultiValueMap<String, String> query, List<FieldError> errors) {
        var given = query.getFirst(name);
        if (query.containsKey(name) && (given == null || given.isEmpty() || given.length() > longest)) {
            errors.add(new FieldError(name, "be 1 to " + longest + " characters"));
        }
        return given;
    }

    private static @Nullable String oneOf(
            String name, Enum<?>[] values, MultiValueMap<String, String> query, List<FieldError> errors) {
        var words = Arrays.stream(values).map(AuditDocument::word).toList();
        var given = query.getFirst(name);
        if (query.containsKey(name) && !words.contains(given)) {
            errors.add(new FieldError(name, "be one of " + words.stream().collect(Collectors.joining(", "))));
        }
        return given;
    }

    private static @Nullable Instant time(String name, MultiValueMap<String, String> query, List<FieldError> errors) {
        var given = query.getFirst(name);
        if (!query.containsKey(name)) {
            return null;
        }
        try {
            var time = Instant.parse(String.valueOf(given));
            Date.from(time); // the store keeps no other
            return time;
        } catch (DateTimeParseException | IllegalArgumentException e) {
            errors.add(new FieldError(name, "be a time such as 2026-03-01T00:00:00Z"));
            return null;
        }
    }

    private static int limit(MultiValueMap<String, String> query, List<FieldError> errors) {
        if (!query.containsKey("limit")) {
            return DEFAULT_LIMIT;
        }
        var given = String.valueOf(query.getFirst("limit"));
        var limit = given.matches("[0-9]{1,3}") ? Integer.parseInt(given) : 0;
        if (limit < 1 || limit > LARGEST_LIMIT) {
            errors.add(new FieldError("limit", "be a whole number from 1 to " + LARGEST_LIMIT));
        }
        return limit;
    }
}
