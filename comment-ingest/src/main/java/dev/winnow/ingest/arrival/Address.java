package dev.winnow.ingest.arrival;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.PathContainer.Element;
import org.springframework.http.server.PathContainer.PathSegment;

/**
 * The pattern of an address, such as {@code /v1/sites/{site}/imports}.
 *
 * @param pattern as it is written
 * @param parts what stands between the slashes
 */
record Address(String pattern, List<String> parts) {

    static Address of(String pattern) {
        return new Address(pattern, List.of(pattern.substring(1).split("/")));
    }

    /** The variables' values in a path of this pattern; null for any other path. */
    @Nullable
    Map<String, String> variables(List<Element> path) {
        if (path.size() != 2 * parts.size()) {
            return null;
        }
        var variables = new HashMap<String, String>();
        for (int i = 0; i < parts.size(); i++) {
            // Slashes and what follows them take turns; where two slashes meet, one stands in a segment's place.
            if (!(path.get(2 * i + 1) instanceof PathSegment segment) || !fits(parts.get(i), segment, variables)) {
                return null;
            }
        }
        return variables;
    }

    private static boolean fits(String part, PathSegment segment, Map<String, String> variables) {
        var value = segment.valueToMatch();
        if (part.charAt(0) != '{') {
            return part.equals(value);
        }
        variables.put(part.substring(1, part.length() - 1), value);
        return !value.isEmpty();
    }
}
