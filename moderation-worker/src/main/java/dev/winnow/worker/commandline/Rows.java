package dev.winnow.worker.commandline;

import dev.winnow.events.Author;
import dev.winnow.events.Comment;
import dev.winnow.worker.tsv.Tsv;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the rows of a file of comments as comments. */
final class Rows {

    private static final String SITE = "default";

    private final int id;
    private final int text;
    private final int author;
    private final int url;

    Rows(Tsv.Header header) throws IOException {
        id = header.place("id");
        text = header.place("text");
        author = header.columns().indexOf("author");
        url = header.columns().indexOf("url");
    }

    /** The comments of some rows, of which the first has a number. */
    List<Comment> comments(List<String> lines, long first) throws IOException {
        var comments = new ArrayList<Comment>(lines.size());
        for (var line : lines) {
            comments.add(comment(line, first + comments.size()));
        }
        return comments;
    }

    private Comment comment(String line, long number) throws IOException {
        var cells = line.split("\t", -1);
        if (cells.length <= Math.max(id, text)) {
            throw new IOException("line " + number + " has only " + cells.length + " columns");
        }
        var name = cell(cells, author);
        return new Comment(
                cells[id],
                SITE,
                "article",
                null,
                new Author(name == null ? "" : name, null, null, false),
                Tsv.unescaped(cells[text]),
                cell(cells, url),
                Instant.EPOCH,
                null,
                null,
                false);
    }

    private static @Nullable String cell(String[] cells, int place) {
        return place < 0 || place >= cells.length || cells[place].isEmpty() ? null : Tsv.unescaped(cells[place]);
    }
}
