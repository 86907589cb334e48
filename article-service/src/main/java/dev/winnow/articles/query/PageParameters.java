package dev.winnow.articles.query;

import dev.winnow.articles.problem.Problem;
import dev.winnow.articles.thread.Cursor;
import dev.winnow.articles.thread.Order;
import dev.winnow.articles.thread.PageQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** Reads {@code order}, {@code limit} and {@code after} from an address. */
final class PageParameters {

    /** What almost everybody asks for. */
    private static final PageQuery USUAL = new PageQuery(Order.OLDEST, PageQuery.USUAL, null);

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,3}");

    private PageParameters() {}

    static PageQuery read(MultiValueMap<String, String> parameters) {
        if (parameters.isEmpty()) {
            return USUAL;
        }
        var errors = new ArrayList<Problem.FieldError>();
        var order = order(parameters.getFirst("order"), errors);
        var limit = limit(parameters.getFirst("limit"), errors);
        var after = after(parameters.getFirst("after"), errors);
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors).exception();
        }
        return new PageQuery(order, limit, after);
    }

    private static Order order(@Nullable String text, List<Problem.FieldError> errors) {
        if (text == null || text.equals(Order.OLDEST.word())) {
            return Order.OLDEST;
        }
        if (!text.equals(Order.NEWEST.word())) {
            errors.add(new Problem.FieldError("order", "be oldest or newest"));
        }
        return Order.NEWEST;
    }

    private static int limit(@Nullable String text, List<Problem.FieldError> errors) {
        if (text == null) {
            return PageQuery.USUAL;
        }
        if (NUMBER.matcher(text).matches()) {
            var limit = Integer.parseInt(text);
            if (limit >= 1 && limit <= PageQuery.MOST) {
                return limit;
            }
        }
        errors.add(new Problem.FieldError("limit", "be a whole number from 1 to " + PageQuery.MOST));
        return PageQuery.USUAL;
    }

    private static @Nullable Cursor after(@Nullable String text, List<Problem.FieldError> errors) {
        if (text == null) {
            return null;
        }
        var cursor = Cursor.parse(text).orElse(null);
        if (cursor == null) {
            errors.add(new Problem.FieldError("after", "be the next of an earlier page"));
        }
        return cursor;
    }
}
