package dev.winnow.ingest.rules;

import dev.winnow.ingest.problems.Checked;
import dev.winnow.ingest.problems.Problem;
import dev.winnow.ingest.problems.ProblemKind;
import dev.winnow.ingest.problems.Violation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/**
 * One pass of the parser over an object of strings. Every body goes through here, so it binds nothing by reflection;
 * depth, names and numbers are bounded, and no input makes it throw.
 */
final class JsonReading {

    private static final int DEPTH = 8;
    private static final int ERRORS_KEPT = 21;

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEPTH)
                    .maxNameLength(1_000)
                    .maxNumberLength(1_000)
                    .build())
            .build();

    private final Shape shape;
    private final Map<String, String> values = new HashMap<>();
    private final List<Violation> errors = new ArrayList<>(0);

    JsonReading(Shape shape) {
        this.shape = shape;
    }

    Checked<Fields> read(byte[] json) {
        try (var parser = JSON.createParser(ObjectReadContext.empty(), json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return malformed("The body must be one JSON object.");
            }
            object(parser, "");
            if (parser.nextToken() != null) {
                return malformed("The body must end with its JSON object.");
            }
            return Checked.good(new Fields(values, errors));
        } catch (StreamConstraintsException e) {
            return malformed(
                    "The JSON is nested deeper than " + DEPTH + " levels, or a name or number in it is too long.");
        } catch (JacksonException e) {
            var at = e.getLocation();
            return malformed("The body is not JSON in UTF-8"
                    + (at == null ? "." : ": see line " + at.getLineNr() + ", column " + at.getColumnNr() + "."));
        }
    }

    private void object(JsonParser parser, String prefix) {
        for (var name = parser.nextName(); name != null; name = parser.nextName()) {
            var path = prefix.isEmpty() ? name : prefix + name;
            var token = parser.nextToken();
            if (shape.fields().contains(path)) {
                string(parser, token, path);
            } else if (prefix.isEmpty() && shape.objects().contains(path)) {
                nested(parser, token, path);
            } else {
                error(path, "not be there: it is no field of this request");
                parser.skipChildren();
            }
        }
    }

    private void nested(JsonParser parser, JsonToken token, String path) {
        if (token == JsonToken.START_OBJECT) {
            object(parser, path + ".");
        } else if (token != JsonToken.VALUE_NULL) {
            error(path, "be an object");
            parser.skipChildren();
        }
    }

    private void string(JsonParser parser, JsonToken token, String path) {
        if (token == JsonToken.VALUE_STRING) {
            if (values.put(path, parser.getString()) != null) {
                error(path, "be given once");
            }
        } else if (token != JsonToken.VALUE_NULL) {
            error(path, "be a string");
            parser.skipChildren();
        }
    }

    private void error(String field, String must) {
        if (errors.size() < ERRORS_KEPT) {
            errors.add(new Violation(field, must));
        }
    }

    private static Checked<Fields> malformed(String detail) {
        return Checked.bad(Problem.of(ProblemKind.MALFORMED, detail));
    }
}
