package dev.winnow.ingest.rules;

import java.util.function.IntPredicate;

/** Which characters are which, by one explicit list each, so that the API's description can repeat them exactly. */
final class Characters {

    private Characters() {}

    /** Whether a text has a character of a kind. */
    static boolean any(String text, IntPredicate kind) {
        int c;
        for (int i = 0; i < text.length(); i += Character.charCount(c)) {
            c = text.codePointAt(i);
            if (kind.test(c)) {
                return true;
            }
        }
        return false;
    }

    /** Whether all characters of a text are of a kind. */
    static boolean all(String text, IntPredicate kind) {
        return !any(text, kind.negate());
    }

    /** Whether a reader sees something: no space, control, mark of direction, joiner or half of a pair. */
    static boolean visible(int c) {
        return c > 0x20
                && !in(c, 0x7F, 0xA0)
                && c != 0xAD
                && c != 0x61C
                && c != 0x1680
                && c != 0x180E
                && !in(c, 0x2000, 0x200F)
                && !in(c, 0x2028, 0x202F)
                && !in(c, 0x205F, 0x206F)
                && c != 0x3000
                && !in(c, 0xD800, 0xDFFF)
                && c != 0xFEFF
                && !in(c, 0xFFF9, 0xFFFF);
    }

    /** Control characters, those for line ends and tabs included. */
    static boolean control(int c) {
        return c < 0x20 || in(c, 0x7F, 0x9F);
    }

    /** Control characters that a text may have: tab and line ends. */
    static boolean layout(int c) {
        return c == '\t' || c == '\n' || c == '\r';
    }

    /** What turns the direction of the text behind it by force: it makes a text read as another than it is. */
    static boolean directionOverride(int c) {
        return in(c, 0x202D, 0x202E);
    }

    /** Any control of writing direction. */
    static boolean directionControl(int c) {
        return c == 0x61C || in(c, 0x200E, 0x200F) || in(c, 0x202A, 0x202E) || in(c, 0x2066, 0x2069);
    }

    /** Half of a surrogate pair, standing alone (as {@link String#codePointAt} gives it). */
    static boolean loneSurrogate(int c) {
        return in(c, 0xD800, 0xDFFF);
    }

    /** Marks that are drawn onto the letter before them. */
    static boolean combining(int c) {
        if (c < 0x300) {
            return false;
        }
        var type = Character.getType(c);
        return type == Character.NON_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || type == Character.COMBINING_SPACING_MARK;
    }

    private static boolean in(int c, int from, int to) {
        return c >= from && c <= to;
    }
}
