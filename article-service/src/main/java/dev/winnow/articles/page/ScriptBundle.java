package dev.winnow.articles.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;

/**
 * One script made of a module and all that it imports, so that a page asks once instead of twenty times. Each imported
 * module keeps a scope of its own. It knows what our modules use and no more: imports of names, from paths that are not
 * circular, and exported declarations. Comments and indentation stay behind.
 */
final class ScriptBundle {

    private static final Pattern IMPORT = Pattern.compile("(?m)^import (\\{[^}]+}) from \"([^\"]+)\";$");
    private static final Pattern EXPORT = Pattern.compile("(?m)^export ((?:async )?function|class|const|let) (\\w+)");
    private static final Pattern COMMENT = Pattern.compile("(?m)^\\s*//.*$|(?s)^?\\s*/\\*\\*.*?\\*/");
    private static final Pattern BLANK = Pattern.compile("(?m)^\\s+");

    private final Map<String, String> modules = new LinkedHashMap<>();

    private ScriptBundle() {}

    /** The script for a file, its path below the folder of static files. */
    static String of(String path) {
        var bundle = new ScriptBundle();
        var entry = bundle.linked(path);
        return bundle.modules.values().stream().collect(Collectors.joining()) + entry;
    }

    /** A module's text with its imports taken from those before it. */
    private String linked(String path) {
        return IMPORT.matcher(text(path)).replaceAll(found -> {
            var imported = resolved(path, found.group(2));
            add(imported);
            return "const " + found.group(1) + " = " + name(imported) + ";";
        });
    }

    private void add(String path) {
        if (modules.containsKey(path)) {
            return;
        }
        var linked = linked(path);
        var names =
                EXPORT.matcher(linked).results().map(found -> found.group(2)).collect(Collectors.joining(", "));
        var body = EXPORT.matcher(linked).replaceAll("$1 $2");
        modules.put(path, "const " + name(path) + " = (() => {\n" + body + "return { " + names + " };\n})();\n");
    }

    private static String name(String path) {
        return path.replaceAll("\\W", "_");
    }

    private static String resolved(String from, String path) {
        var folder = from.substring(0, from.lastIndexOf('/') + 1);
        // As browsers see it, the static files lie below /assets; those at the top are served from there, too.
        return path.startsWith("./assets/")
                ? path.substring("./assets/".length())
                : folder + path.substring("./".length());
    }

    private static String text(String path) {
        try {
            var text = new ClassPathResource("articles/static/" + path).getContentAsString(UTF_8);
            return BLANK.matcher(COMMENT.matcher(text).replaceAll("")).replaceAll("");
        } catch (IOException e) {
            throw new UncheckedIOException("a script is missing: " + path, e);
        }
    }
}
