package dev.winnow.worker.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * Spells emoji out as the words that they stand for, by {@code text/emoji.tsv}: a language model that has learned from
 * text alone knows what a snake is, and sees nothing in its picture. Immutable, shared by all threads.
 */
public final class EmojiWords {

    /** In English, apart from other words. */
    public static final EmojiWords ENGLISH = read(1, " ");

    /** In Chinese, right beside other characters. */
    public static final EmojiWords CHINESE = read(2, "");

    private static final String TABLE = "/text/emoji.tsv";

    private final Map<Integer, String> words;
    private final String border;

    private EmojiWords(Map<Integer, String> words, String border) {
        this.words = words;
        this.border = border;
    }

    /** The text with each emoji of the table as its word, once where it stands several times in a row. */
    public String spelled(CharSequence text) {
        var out = new StringBuilder(text.length());
        int before = 0;
        for (int i = 0; i < text.length(); ) {
            int codePoint = Character.codePointAt(text, i);
            var word = words.get(codePoint);
            if (word == null) {
                out.appendCodePoint(codePoint);
            } else if (codePoint != before) {
                out.append(border).append(word).append(border);
            }
            before = codePoint;
            i += Character.charCount(codePoint);
        }
        return out.toString();
    }

    private static EmojiWords read(int column, String border) {
        try (var in = EmojiWords.class.getResourceAsStream(TABLE)) {
            if (in == null) {
                throw new IllegalStateException("missing on the class path: " + TABLE);
            }
            var words = new HashMap<Integer, String>();
            var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.startsWith("#")) {
                    var cells = line.split("\t", -1);
                    words.put(cells[0].codePointAt(0), cells[column]);
                }
            }
            return new EmojiWords(Map.copyOf(words), border);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + TABLE, e);
        }
    }
}
