package dev.winnow.worker.review;

import dev.winnow.events.Status;
import dev.winnow.worker.problems.FieldError;
import dev.winnow.worker.problems.Problem;
import dev.winnow.worker.signin.Reach;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.util.MultiValueMap;

/** Takes the query of a request apart and gathers what is wrong with it. */
final class QueryParameters {

    private static final int DEFAULT_LIMIT = 50;
    private static final int LARGEST_LIMIT = 200;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_AUTHOR = 600;
    private static final int LONGEST_WORDS = 100;
    private static final String WORDS =
            Arrays.stream(Status.values()).map(Status::word).collect(Collectors.joining(", "));

    private final MultiValueMap<String, String> query;
    private final List<FieldError> errors = new ArrayList<>();

    private QueryParameters(MultiValueMap<String, String> query) {
        this.query = query;
    }

    static QueryParameters of(ServerHttpRequest request) {
        return new QueryParameters(request.getQueryParams());
    }

    /** The statuses asked for; what is flagged if none is named. */
    Set<Status> statuses() {
        var statuses = EnumSet.noneOf(Status.class);
        for (var word : query.getOrDefault("status", List.of(Status.FLAGGED.word()))) {
            Arrays.stream(Status.values())
                    .filter(status -> status.word().equals(word))
                    .findFirst()
                    .ifPresentOrElse(statuses::add, () -> wrong("status", "be one of " + WORDS));
        }
        return statuses;
    }

    /** How many are asked for. */
    int limit() {
        var given = query.getFirst("limit");
        if (!query.containsKey("limit")) {
            return DEFAULT_LIMIT;
        }
        var limit = given != null && given.matches("[0-9]{1,3}") ? Integer.parseInt(given) : 0;
        if (limit < 1 || limit > LARGEST_LIMIT) {
            wrong("limit", "be a whole number from 1 to " + LARGEST_LIMIT);
        }
        return limit;
    }

    /** In what order; oldest first unless asked otherwise. */
    Order order() {
        var order = oneOf("order", Order::named, Order.WORDS);
        return order == null ? Order.OLDEST : order;
    }

    /** Which comments are asked for, of those sites. */
    ReviewFilter filter(Reach reach) {
        return new ReviewFilter(
                statuses(),
                reach,
                name("site"),
                name("article"),
                name("author", LONGEST_AUTHOR),
                name("signal"),
                oneOf("language", Language::named, Language.WORDS),
                oneOf("age", Age::named, Age.WORDS),
                words());
    }

    /** What to search for; something of it has to be left when case and disguises are undone. */
    private @Nullable String words() {
        var given = query.getFirst("q");
        if (!query.containsKey("q")) {
            return null;
        }
        if (given == null
                || given.length() > LONGEST_WORDS
                || SearchKeys.folded(given).isEmpty()) {
            wrong("q", "be 1 to " + LONGEST_WORDS + " characters that can be searched");
        }
        return given;
    }

    private <T> @Nullable T oneOf(String parameter, Function<String, Optional<T>> named, String words) {
        var found = named.apply(String.valueOf(query.getFirst(parameter)));
        if (query.containsKey(parameter) && found.isEmpty()) {
            wrong(parameter, "be one of " + words);
        }
        return found.orElse(null);
    }

    /** The revision that is waited for; 0 if none is. */
    long revision() {
        var given = query.getFirst("revision");
        if (!query.containsKey("revision")) {
            return 0;
        }
        if (given == null || !given.matches("[1-9][0-9]{0,17}")) {
            wrong("revision", "be a whole number from 1 to 999999999999999999");
            return 0;
        }
        return Long.parseLong(given);
    }

    /** Yes or no; no where it is not given. */
    boolean flag(String parameter) {
        var given = query.getFirst(parameter);
        if (query.containsKey(parameter) && !"true".equals(given) && !"false".equals(given)) {
            wrong(parameter, "be true or false");
        }
        return "true".equals(given);
    }

    /** The place after which to go on. */
    @Nullable
    Cursor after() {
        var given = query.getFirst("after");
        if (!query.containsKey("after")) {
            return null;
        }
        var cursor = Cursor.read(String.valueOf(given)).orElse(null);
        if (cursor == null) {
            wrong("after", "be what an earlier answer gave as next");
        }
        return cursor;
    }

    /** The name of a site or an article. */
    @Nullable
    String name(String parameter) {
        return name(parameter, LONGEST_NAME);
    }

    private @Nullable String name(String parameter, int longest) {
        var given = query.getFirst(parameter);
        if (query.containsKey(parameter) && (given == null || given.isEmpty() || given.length() > longest)) {
            wrong(parameter, "be 1 to " + longest + " characters");
        }
        return given;
    }

    /** The name of a site or an article that has to be given; empty where it is not. */
    String requiredName(String parameter) {
        var given = name(parameter);
        if (!query.containsKey(parameter)) {
            wrong(parameter, "be given");
        }
        return given == null ? "" : given;
    }

    /** Ends in a problem if anything asked for was wrong. */
    void refuseIfWrong() {
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors).asException();
        }
    }

    private void wrong(String parameter, String must) {
        errors.add(new FieldError(parameter, must));
    }
}
