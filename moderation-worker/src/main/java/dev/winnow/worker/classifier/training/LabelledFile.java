package dev.winnow.worker.classifier.training;

import dev.winnow.worker.tsv.Tsv;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads labelled comments: TSV with the columns {@code id source label text}, and {@code sublabel} if there. */
public final class LabelledFile {

    private LabelledFile() {}

    /** The comments of a file, or of all the TSV files of a folder in the order of their names. */
    public static List<LabelledComment> read(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            return one(path);
        }
        var comments = new ArrayList<LabelledComment>();
        try (var files = Files.list(path)) {
            for (var file :
                    files.filter(f -> f.toString().endsWith(".tsv")).sorted().toList()) {
                comments.addAll(one(file));
            }
        }
        return comments;
    }

    private static List<LabelledComment> one(Path file) throws IOException {
        var comments = new ArrayList<LabelledComment>();
        try (var lines = Files.newBufferedReader(file)) {
            var first = lines.readLine();
            if (first == null) {
                return comments;
            }
            var header = Tsv.Header.of(first);
            int id = header.place("id");
            int source = header.place("source");
            int label = header.place("label");
            int text = header.place("text");
            int kind = header.columns().indexOf("sublabel");
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                var cells = line.split("\t", -1);
                if (cells.length < header.columns().size()) {
                    throw new IOException(file + ": too few columns: " + line);
                }
                comments.add(new LabelledComment(
                        cells[id],
                        cells[source],
                        cells[label],
                        kind < 0 ? "" : cells[kind],
                        Tsv.unescaped(cells[text])));
            }
        }
        return comments;
    }
}
