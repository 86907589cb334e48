package dev.winnow.ingest.rules;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which fields a JSON object may have, all of them strings: at its top, or one level below as {@code author.name}.
 *
 * @param fields the dotted paths of the strings
 * @param objects the names of the objects that hold some of them
 */
public record Shape(Set<String> fields, Set<String> objects) {

    public Shape {
        fields = Set.copyOf(fields);
        objects = Set.copyOf(objects);
    }

    /** A shape by the paths of its strings. */
    public static Shape of(String... paths) {
        var objects = Arrays.stream(paths)
                .filter(path -> path.indexOf('.') > 0)
                .map(path -> path.substring(0, path.indexOf('.')))
                .collect(Collectors.toSet());
        return new Shape(Set.of(paths), objects);
    }
}
