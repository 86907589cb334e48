package dev.winnow.worker.problems;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Takes typed values out of a JSON object and gathers everything that is wrong with it, so that one answer names it all.
 * Ask for each field first, then call {@link #refuseIfWrong()}: until then a value that was wrong reads as null or 0.
 */
public final class JsonFields {

    private final JsonNode object;
    private final String path;
    private final List<FieldError> errors;
    private final Set<String> asked = new LinkedHashSet<>();
    private final List<JsonFields> within = new ArrayList<>();

    JsonFields(JsonNode object) {
        this(object, "", new ArrayList<>());
    }

    private JsonFields(JsonNode object, String path, List<FieldError> errors) {
        this.object = object;
        this.path = path;
        this.errors = errors;
    }

    /** A word that has to be there, by what it stands for. */
    public <T> @Nullable T oneOf(String field, Map<String, T> words) {
        var node = take(field);
        var value = node != null && node.isString() ? words.get(node.stringValue()) : null;
        if (value == null) {
            wrong(field, "be one of " + String.join(", ", words.keySet()));
        }
        return value;
    }

    /** A whole number that has to be there. */
    public long number(String field, long from, long to) {
        var node = take(field);
        if (node == null || !node.isIntegralNumber() || !node.canConvertToLong()) {
            wrong(field, "be a whole number");
            return 0;
        }
        var value = node.longValue();
        if (value < from || value > to) {
            wrong(field, "be a whole number from %d to %d".formatted(from, to));
        }
        return value;
    }

    /** A text that may be missing: null then. */
    public @Nullable String optionalText(String field, int maxCharacters) {
        var node = take(field);
        if (node == null) {
            return null;
        }
        if (!node.isString()) {
            wrong(field, "be a string");
            return null;
        }
        var text = node.stringValue();
        if (text.codePointCount(0, text.length()) > maxCharacters) {
            wrong(field, "be %d characters at most".formatted(maxCharacters));
        } else if (text.codePoints().anyMatch(JsonFields::unfit)) {
            wrong(field, "hold no control characters and no half surrogate pairs");
        }
        return text;
    }

    /** A text that has to be there. */
    public String text(String field, int maxCharacters) {
        var text = optionalText(field, maxCharacters);
        if (text == null || text.isBlank()) {
            wrong(field, "be 1 to %d characters".formatted(maxCharacters));
            return "";
        }
        return text;
    }

    /** A number that may be missing. */
    public double optionalNumber(String field, double from, double to, double absent) {
        var node = take(field);
        if (node == null) {
            return absent;
        }
        // As a decimal: a number like 1e999999 is no double.
        var value = node.isNumber() ? node.decimalValue() : null;
        if (value == null
                || value.compareTo(BigDecimal.valueOf(from)) < 0
                || value.compareTo(BigDecimal.valueOf(to)) > 0) {
            wrong(field, "be a number from %s to %s".formatted(from, to));
            return absent;
        }
        return value.doubleValue();
    }

    /** Yes or no, which may be missing. */
    public boolean optionalFlag(String field, boolean absent) {
        var node = take(field);
        if (node == null || node.isBoolean()) {
            return node == null ? absent : node.booleanValue();
        }
        wrong(field, "be true or false");
        return absent;
    }

    /** A list of texts, which may be missing. */
    public List<String> optionalTexts(String field, int most, int maxCharacters, List<String> absent) {
        var texts = new ArrayList<String>();
        for (var element : elements(field, most)) {
            var text = element.isString() ? element.stringValue() : "";
            if (text.isBlank()
                    || text.codePointCount(0, text.length()) > maxCharacters
                    || text.codePoints().anyMatch(JsonFields::unfit)) {
                wrong(field, "hold strings of 1 to %d characters without control characters".formatted(maxCharacters));
            } else {
                texts.add(text);
            }
        }
        return object.hasNonNull(field) ? texts : absent;
    }

    /** A list of objects, which may be missing; what is wrong within them is this object's too. */
    public List<JsonFields> optionalObjects(String field, int most) {
        var objects = new ArrayList<JsonFields>();
        for (var element : elements(field, most)) {
            objects.add(within(element, "%s[%d]".formatted(field, objects.size())));
        }
        return objects;
    }

    /** An object that may be missing; what is wrong within it is this object's too. */
    public @Nullable JsonFields optionalObject(String field) {
        var node = take(field);
        return node == null ? null : within(node, field);
    }

    /** Takes down something that is wrong with a field. */
    public void wrong(String field, String must) {
        errors.add(new FieldError(path + field, must));
    }

    /** Ends in a problem if any field asked for was wrong, or if there is a field that was not asked for. */
    public void refuseIfWrong() {
        noteUnknown();
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors).asException();
        }
    }

    private void noteUnknown() {
        for (var name : object.propertyNames()) {
            if (!asked.contains(name)) {
                wrong(shown(name), "not be there; known are " + String.join(", ", asked));
            }
        }
        within.forEach(JsonFields::noteUnknown);
    }

    private JsonFields within(JsonNode node, String field) {
        if (!node.isObject()) {
            wrong(field, "be an object");
        }
        var fields = new JsonFields(node, path + field + ".", errors);
        within.add(fields);
        return fields;
    }

    private Iterable<JsonNode> elements(String field, int most) {
        var node = take(field);
        if (node == null) {
            return List.of();
        }
        if (!node.isArray() || node.size() > most) {
            wrong(field, "be a list of %d at most".formatted(most));
            return List.of();
        }
        return node;
    }

    private @Nullable JsonNode take(String field) {
        asked.add(field);
        var node = object.get(field);
        return node == null || node.isNull() ? null : node;
    }

    /** The name of a field that somebody made up, fit to be sent back: short, and without half characters. */
    private static String shown(String name) {
        var shown = new StringBuilder();
        name.codePoints().limit(40).forEach(c -> shown.appendCodePoint(unfit(c) ? '?' : c));
        return shown.toString();
    }

    private static boolean unfit(int c) {
        return (Character.getType(c) == Character.CONTROL && c != '\n' && c != '\t' && c != '\r')
                || Character.getType(c) == Character.SURROGATE;
    }
}
