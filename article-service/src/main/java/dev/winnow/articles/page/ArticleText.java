package dev.winnow.articles.page;

import java.util.ArrayList;
import java.util.List;

/** An article's plain text in blocks: lines are paragraphs, {@code - } begins an entry of a list, {@code ## } a heading. */
final class ArticleText {

    private static final String ENTRY = "- ";
    private static final String HEADING = "## ";

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
