package dev.winnow.worker.secondopinion;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Splits normalised text into the word pieces that a BERT encoder reads (Devlin et al., 2019): words at white space,
 * signs and Han characters, and each word into the longest pieces of the vocabulary, from the left.
 */
final class WordPieces {

    /** Of a longer comment its beginning and its end are read; as in {@code training/second.py}. */
    static final int HEAD = 64;

    static final int TAIL = 32;

    private static final int LONGEST_WORD = 100;
    private static final String CONTINUED = "##";

    private final Map<String, Integer> ids;
    private final int unknown;
    private final int begin;
    private final int end;

    private WordPieces(Map<String, Integer> ids) {
        this.ids = ids;
        this.unknown = id("[UNK]");
        this.begin = id("[CLS]");
        this.end = id("[SEP]");
    }

    /** A vocabulary of one piece a line, its id being the line's number from 0. */
    static WordPieces read(InputStream in) throws IOException {
        var ids = new HashMap<String, Integer>();
        var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        for (var line = reader.readLine(); line != null; line = reader.readLine()) {
            ids.put(line, ids.size());
        }
        return new WordPieces(ids);
    }

    private int id(String piece) {
        return Objects.requireNonNull(ids.get(piece), piece);
    }

    /** The ids of a text's pieces between the marks of beginning and end, at most {@code HEAD + TAIL}. */
    long[] ids(CharSequence text) {
        var pieces = new Pieces();
        var word = new StringBuilder();
        for (int i = 0; i < text.length(); ) {
            int codePoint = Character.codePointAt(text, i);
            i += Character.charCount(codePoint);
            if (isSpace(codePoint)) {
                end(word, pieces);
            } else if (isAlone(codePoint)) {
                end(word, pieces);
                word(Character.toString(codePoint), pieces);
            } else if (!isControl(codePoint)) {
                word.appendCodePoint(codePoint);
            }
        }
        end(word, pieces);
        return pieces.between(begin, end);
    }

    private void end(StringBuilder word, Pieces pieces) {
        if (!word.isEmpty()) {
            word(word.toString(), pieces);
            word.setLength(0);
        }
    }

    private void word(String word, Pieces pieces) {
        if (word.codePointCount(0, word.length()) > LONGEST_WORD) {
            pieces.add(unknown);
            return;
        }
        int before = pieces.count;
        for (int start = 0; start < word.length(); ) {
            int end = word.length();
            Integer found = null;
            while (end > start && found == null) {
                var piece = word.substring(start, end);
                found = ids.get(start == 0 ? piece : CONTINUED + piece);
                if (found == null) {
                    end = word.offsetByCodePoints(end, -1);
                }
            }
            if (found == null) {
                pieces.count = before;
                pieces.add(unknown);
                return;
            }
            pieces.add(found);
            start = end;
        }
    }

    private static boolean isSpace(int codePoint) {
        return codePoint == '\t'
                || codePoint == '\n'
                || codePoint == '\r'
                || Character.getType(codePoint) == Character.SPACE_SEPARATOR;
    }

    private static boolean isControl(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.FORMAT, Character.PRIVATE_USE, Character.SURROGATE -> true;
            default -> codePoint == 0xfffd;
        };
    }

    /** Signs and Han characters are words by themselves. */
    private static boolean isAlone(int codePoint) {
        return isHan(codePoint) || isSign(codePoint);
    }

    private static boolean isHan(int c) {
        return c >= 0x4e00 && c <= 0x9fff
                || c >= 0x3400 && c <= 0x4dbf
                || c >= 0x20000 && c <= 0x2a6df
                || c >= 0x2a700 && c <= 0x2ceaf
                || c >= 0xf900 && c <= 0xfaff
                || c >= 0x2f800 && c <= 0x2fa1f;
    }

    private static boolean isSign(int c) {
        if (c < 0x80) {
            return c > ' ' && c < 0x7f && !Character.isLetterOrDigit(c);
        }
        return switch (Character.getType(c)) {
            case Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION -> true;
            default -> false;
        };
    }

    /** Ids as they are found. */
    private static final class Pieces {

        private int[] found = new int[64];
        private int count;

        void add(int id) {
            if (count == found.length) {
                found = Arrays.copyOf(found, 2 * count);
            }
            found[count++] = id;
        }

        long[] between(int begin, int end) {
            int kept = Math.min(count, HEAD + TAIL - 2);
            var ids = new long[kept + 2];
            ids[0] = begin;
            for (int i = 0; i < kept; i++) {
                boolean isHead = count == kept || i < HEAD - 1;
                ids[i + 1] = found[isHead ? i : count - kept + i];
            }
            ids[kept + 1] = end;
            return ids;
        }
    }
}
