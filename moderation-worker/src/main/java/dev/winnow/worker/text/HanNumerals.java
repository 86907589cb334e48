package dev.winnow.worker.text;

import static dev.winnow.worker.text.Characters.isDigit;

import dev.winnow.worker.text.NormalisedText.Buffer;
import java.util.Arrays;

/** Reads digits that are written as Han numerals, as in accounts and telephone numbers: 一三八零零, 7柒2零. */
public final class HanNumerals {

    private static final String PLAIN = "零一二三四五六七八九";
    private static final char FIRST = '〇';
    private static final String CAPITAL = "〇壹贰叁肆伍陆柒捌玖";

    private static final char LAST = '零';
    private static final byte[] DIGITS = digits();

    /** From here on a row of plain numerals is no quantity. */
    private static final int LONG = 5;

    private HanNumerals() {}

    /** What a digit or a numeral stands for, or -1. */
    public static int digit(char c) {
        if (c < FIRST) {
            return isDigit(c) ? c - '0' : -1;
        }
        return c <= LAST ? DIGITS[c - FIRST] : -1;
    }

    private static boolean hasNumerals(Buffer text) {
        for (int i = 0; i < text.length; i++) {
            char c = text.chars[i];
            if (c >= FIRST && c <= LAST && DIGITS[c - FIRST] >= 0) {
                return true;
            }
        }
        return false;
    }

    private static byte[] digits() {
        var digits = new byte[LAST - FIRST + 1];
        Arrays.fill(digits, (byte) -1);
        for (int i = 0; i < PLAIN.length(); i++) {
            digits[PLAIN.charAt(i) - FIRST] = (byte) i;
            digits[CAPITAL.charAt(i) - FIRST] = (byte) i;
        }
        return digits;
    }

    /** Replaces in place rows that are long, or that mix digits and capital numerals. */
    static void undo(Buffer text) {
        if (!hasNumerals(text)) {
            return;
        }
        for (int i = 0; i < text.length; ) {
            int end = i;
            int digits = 0;
            int capitals = 0;
            while (end < text.length && digit(text.chars[end]) >= 0) {
                digits += isDigit(text.chars[end]) ? 1 : 0;
                capitals += CAPITAL.indexOf(text.chars[end]) >= 0 ? 1 : 0;
                end++;
            }
            boolean numerals = digits < end - i;
            for (int k = i; numerals && (end - i >= LONG || digits > 0 && capitals > 0) && k < end; k++) {
                text.chars[k] = (char) ('0' + digit(text.chars[k]));
            }
            i = end + 1;
        }
    }
}
