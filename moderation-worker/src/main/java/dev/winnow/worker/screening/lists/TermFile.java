package dev.winnow.worker.screening.lists;

import dev.winnow.events.Signal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Reads a list of terms from a class path resource: UTF-8, tab-separated, a header line, lines that begin with
 * {@code #} are comments. Columns: {@code id term language category kind severity match exceptions}; match is
 * {@code word} or {@code substring}, exceptions are separated by {@code |} and may be missing.
 */
public final class TermFile {

    private static final String HEADER = "id\tterm\tlanguage\tcategory\tkind\tseverity\tmatch\texceptions";

    private TermFile() {}

    /** The terms of a resource beside this package's data, such as {@code /screening/abuse-en.tsv}. */
    public static List<Term> read(String resource) {
        var lines = lines(resource);
        if (lines.isEmpty() || !lines.get(0).equals(HEADER)) {
            throw new IllegalStateException(resource + " must begin with the header: " + HEADER);
        }
        var terms = new ArrayList<Term>();
        for (var line : lines.subList(1, lines.size())) {
            terms.add(term(resource, line));
        }
        return List.copyOf(terms);
    }

    /** The lines of a resource that are neither empty nor comments. */
    public static List<String> lines(String resource) {
        try (var in = TermFile.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("missing on the class path: " + resource);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + resource, e);
        }
    }

    private static Term term(String resource, String line) {
        var cells = line.split("\t", -1);
        if (cells.length < 7) {
            throw new IllegalStateException(resource + ": too few columns in: " + line);
        }
        var exceptions = cells.length < 8 || cells[7].isEmpty() ? List.<String>of() : List.of(cells[7].split("\\|"));
        return new Term(
                cells[0],
                cells[1],
                Signal.Category.valueOf(cells[3].toUpperCase(Locale.ROOT)),
                cells[4],
                Double.parseDouble(cells[5]),
                cells[6].equals("word"),
                exceptions);
    }
}
