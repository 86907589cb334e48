package dev.winnow.articles.page;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An article's plain text in blocks: lines are paragraphs, {@code - } begins an entry of a list, {@code ## } a heading. */
final class ArticleText {

    private static final String ENTRY = "- ";
    private static final String HEADING = "## ";
    private static final int SUMMARY = 160;

    private ArticleText() {}

    static List<Block> blocks(String text) {
        var blocks = new ArrayList<Block>();
        var entries = new ArrayList<String>();
        for (var line :
                text.lines().map(String::strip).filter(l -> !l.isEmpty()).toList()) {
            if (line.startsWith(ENTRY)) {
                entries.add(line.substring(ENTRY.length()).strip());
                continue;
            }
            end(entries, blocks);
            blocks.add(
                    line.startsWith(HEADING)
                            ? new Block(
                                    Kind.HEADING,
                                    List.of(line.substring(HEADING.length()).strip()))
                            : new Block(Kind.PARAGRAPH, List.of(line)));
        }
        end(entries, blocks);
        return blocks;
    }

    private static void end(List<String> entries, List<Block> blocks) {
        if (!entries.isEmpty()) {
            blocks.add(new Block(Kind.LIST, List.copyOf(entries)));
            entries.clear();
        }
    }

    /** How a text begins, for those who get no more of it; null when it says nothing. */
    static @Nullable String summary(List<Block> blocks) {
        var first =
                blocks.stream().filter(block -> block.kind() == Kind.PARAGRAPH).findFirst();
        return first.map(block -> shortened(block.lines().get(0))).orElse(null);
    }

    private static String shortened(String line) {
        return line.codePointCount(0, line.length()) <= SUMMARY
                ? line
                : line.substring(0, line.offsetByCodePoints(0, SUMMARY - 1)) + "…";
    }

    /** What a block is. */
    enum Kind {
        PARAGRAPH,
        HEADING,
        LIST
    }

    /**
     * A block.
     *
     * @param kind what it is
     * @param lines a list's entries, else one line
     */
    record Block(Kind kind, List<String> lines) {

        public boolean isHeading() {
            return kind == Kind.HEADING;
        }

        public boolean isList() {
            return kind == Kind.LIST;
        }
    }
}
