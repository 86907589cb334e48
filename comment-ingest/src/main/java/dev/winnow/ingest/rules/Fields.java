package dev.winnow.ingest.rules;

import dev.winnow.ingest.problems.Checked;
import dev.winnow.ingest.problems.Problem;
import dev.winnow.ingest.problems.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The strings of a JSON object, taken one by one, each by its rule; what breaks a rule is gathered. Not shared between threads. */
public final class Fields {

    private static final int ERRORS_NAMED = 20;

    private final Map<String, String> values;
    private final List<Violation> errors;

    Fields(Map<String, String> values, List<Violation> errors) {
        this.values = values;
        this.errors = new ArrayList<>(errors);
    }

    /** Reads bytes as an object of a shape; what is no JSON object at all is a problem. */
    public static Checked<Fields> read(byte[] json, Shape shape) {
        return new JsonReading(shape).read(json);
    }

    /** A field that must be there. Where it breaks the rule the empty string stands in, and {@link #result} tells. */
    public String required(String field, Function<String, @Nullable String> rule) {
        var value = optional(field, rule);
        if (value != null) {
            return value;
        }
        if (errors.stream().noneMatch(error -> field.equals(error.field()) || field.startsWith(error.field() + "."))) {
            errors.add(new Violation(field, "be given"));
        }
        return "";
    }

    /** A field that may be missing, null or empty of meaning. */
    public @Nullable String optional(String field, Function<String, @Nullable String> rule) {
        var value = values.get(field);
        if (value == null) {
            return null;
        }
        var must = rule.apply(value);
        if (must != null) {
            errors.add(new Violation(field, must));
        }
        return value;
    }

    /** The value made of the fields, if all of them were good. */
    public <T> Checked<T> result(T value) {
        return errors.isEmpty()
                ? Checked.good(value)
                : Checked.bad(
                        Problem.invalid(errors.size() <= ERRORS_NAMED ? errors : errors.subList(0, ERRORS_NAMED)));
    }
}
