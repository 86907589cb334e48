package dev.winnow.worker.tsv;

import java.io.IOException;
import java.util.List;

/** Tab-separated values with a header, in which tab, newline and backslash are written {@code \t \n \\}. */
public final class Tsv {

    private Tsv() {}

    /** The value of an escaped cell; what is no escape stays as it is. */
    public static String unescaped(String cell) {
        if (cell.indexOf('\\') < 0) {
            return cell;
        }
        var value = new StringBuilder(cell.length());
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            if (c != '\\' || i + 1 == cell.length()) {
                value.append(c);
                continue;
            }
            char next = cell.charAt(++i);
            switch (next) {
                case 't' -> value.append('\t');
                case 'n' -> value.append('\n');
                case '\\' -> value.append('\\');
                default -> value.append(c).append(next);
            }
        }
        return value.toString();
    }

    /** A value as a cell. */
    public static String escaped(String value) {
        return value.replace("\\", "\\\\")
                .replace("\t", "\\t")
                .replace("\r\n", "\\n")
                .replace("\n", "\\n")
                .replace("\r", "\\n");
    }

    /**
     * Where the columns of a header stand.
     *
     * @param columns their names, in order
     */
    public record Header(List<String> columns) {

        /** The columns that a line names. */
        public static Header of(String line) {
            return new Header(List.of(line.replace("\uFEFF", "").split("\t", -1)));
        }

        /** Where a column stands that must be there. */
        public int place(String column) throws IOException {
            int place = columns.indexOf(column);
            if (place < 0) {
                throw new IOException(
                        "the header must name a column '" + column + "', it names: " + String.join(", ", columns));
            }
            return place;
        }
    }
}
