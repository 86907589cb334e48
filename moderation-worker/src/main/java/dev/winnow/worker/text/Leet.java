package dev.winnow.worker.text;

import static dev.winnow.worker.text.Characters.isDigit;
import static dev.winnow.worker.text.Characters.isLatin;
import static dev.winnow.worker.text.Characters.isSeparator;

import dev.winnow.worker.text.NormalisedText.Buffer;
import java.util.Arrays;
import java.util.Set;

/** Reads digits and signs as letters where they stand among letters: {@code sh1t}, {@code a$$}, {@code fr33}. */
final class Leet {

    private static final String SIGNS = "01345789@$!|€£¢¥§";
    private static final char LAST_SIGN = '€';
    private static final String LETTERS = "oieastbgasiielcys";
    private static final byte[] PLACES = places();

    /** For a blank and each letter, before which letters what looks like i and l is mostly an l behind it in English. */
    private static final String[] READ_AS_L =
            ("aeilouy| abcefhijklmopqsuvwy|aeimouvxy| aeioquwy|iy| abcdefhijklmopsuvwyz| aimopuy|aeikouxy|iuy|"
                            + " abdefgijklmoprstuvwyz|ijkoy|iouxy| aehiouwy|bopvy|iy| abdefghijklmopstuvwyz| abeiouyz|"
                            + " bhinstuy| iy|aeiuy|eiuy| abdefghijklmotuwy|iuy| aeiquy|bjuyz| aehilopruvxy|afgiuxy")
                    .split("\\|", -1);

    /** So many digits at the end of a word make it an account. */
    private static final int NUMBER = 3;

    /** From one such sign in so many letters on, a text is written so throughout. */
    private static final int THROUGHOUT = 8;

    /** One word alone does not make a text disguised. */
    private static final int MOST_COUNTED = 2;

    private static final int LONGEST_DIGITS = 4;

    private static final Set<String> UNITS = Set.of(
            "k", "m", "g", "w", "h", "s", "v", "x", "d", "l", "p", "b", "kg", "km", "cm", "mm", "ml", "mb", "gb", "tb",
            "hz", "hr", "hrs", "min", "mins", "st", "nd", "rd", "th", "am", "pm", "yr", "yrs", "pcs", "usd", "rmb",
            "gbp", "eur", "mg", "iv", "u", "t", "z", "off", "days", "day");

    private Leet() {}

    /** Replaces in place: a sign counts as a letter when a letter stands before it, or after it. */
    static void undo(Buffer text) {
        if (!hasSigns(text)) {
            return;
        }
        for (int i = 1; i < text.length; i++) {
            if (sign(text.chars[i]) >= 0 && isLatin(text.chars[i - 1]) && isFollowed(text, i)) {
                replace(text, i);
            }
        }
        for (int i = text.length - 2; i >= 0; i--) {
            if (sign(text.chars[i]) >= 0
                    && isLatin(text.chars[i + 1])
                    && isStart(text, i)
                    && !isPunctuation(text.chars[i])) {
                replace(text, i);
            }
        }
    }

    /**
     * Replaces in place what is certain, word by word, and tells how many signs that were; where a text is written so
     * throughout also words of signs alone, and digits that would be a number elsewhere.
     */
    static int undoInWords(Buffer text) {
        if (!hasSigns(text)) {
            return 0;
        }
        int undone = inWords(text, false);
        int letters = 0;
        for (int i = 0; i < text.length; i++) {
            letters += isLatin(text.chars[i]) ? 1 : 0;
        }
        return undone > MOST_COUNTED && undone * THROUGHOUT >= letters ? undone + inWords(text, true) : undone;
    }

    private static boolean hasSigns(Buffer text) {
        for (int i = 0; i < text.length; i++) {
            if (sign(text.chars[i]) >= 0) {
                return true;
            }
        }
        return false;
    }

    private static int inWords(Buffer text, boolean throughout) {
        int undone = 0;
        for (int i = 0; i < text.length; ) {
            int end = i;
            while (end < text.length && isLetterOrSign(text.chars[end])) {
                end++;
            }
            undone += inWord(text, i, end, throughout);
            i = end + 1;
        }
        return undone;
    }

    private static int inWord(Buffer text, int start, int wordEnd, boolean throughout) {
        int end = wordEnd;
        while (end > start && isPunctuation(text.chars[end - 1])) {
            end--;
        }
        int letters = 0;
        int digits = 0;
        int last = 0;
        for (int i = start; i < end; i++) {
            last = isDigit(text.chars[i]) ? last + 1 : 0;
            letters += isLatin(text.chars[i]) ? 1 : 0;
            digits += isDigit(text.chars[i]) ? 1 : 0;
        }
        if (letters == end - start) {
            return 0;
        }
        boolean isWord = letters == 0
                ? throughout && !isNumber(text, start, end, digits)
                : (throughout || last < NUMBER) && !isMeasure(text, start, end);
        if (!isWord) {
            return 0;
        }
        int undone = text.chars[start] == '@' ? -1 : 0;
        for (int i = start; i < end; i++) {
            undone += replace(text, i);
        }
        return Math.max(0, Math.min(undone, MOST_COUNTED));
    }

    private static boolean isNumber(Buffer text, int start, int end, int digits) {
        int signs = end - start - digits;
        boolean isPrice = signs == 1 && "$€£¥".indexOf(text.chars[start]) >= 0;
        boolean isPlain = signs == 0 && (digits == 1 || digits > LONGEST_DIGITS || isNoWord(text, start, end));
        return isPrice && digits > 0 || isPlain || isBesideDigit(text, start - 1, -1) || isBesideDigit(text, end, 1);
    }

    /** Round numbers, and those with digits that look like no letter. */
    private static boolean isNoWord(Buffer text, int start, int end) {
        for (int i = start; i < end; i++) {
            if (sign(text.chars[i]) < 0) {
                return true;
            }
        }
        return text.chars[end - 1] == '0' && text.chars[end - 2] == '0';
    }

    private static boolean isBesideDigit(Buffer text, int i, int direction) {
        int beyond = i + direction;
        return Math.min(i, beyond) >= 0
                && Math.max(i, beyond) < text.length
                && ".,:/-%".indexOf(text.chars[i]) >= 0
                && isDigit(text.chars[beyond]);
    }

    /** 100kg, 3rd, 5k: digits, and behind them a unit. */
    private static boolean isMeasure(Buffer text, int start, int end) {
        int i = start;
        while (i < end && isDigit(text.chars[i])) {
            i++;
        }
        return i > start && UNITS.contains(new String(text.chars, i, end - i));
    }

    /** An exclamation mark or bar is a letter only inside a word, and not where more signs separate its letters. */
    private static boolean isFollowed(Buffer text, int i) {
        if (!isPunctuation(text.chars[i])) {
            return true;
        }
        boolean inside = i + 1 < text.length && isLetterOrSign(text.chars[i + 1]);
        return inside && !separates(text, i - 2, i - 3) && !separates(text, i + 2, i + 3);
    }

    /** Whether a character is a sign, no digit, that may stand for a letter, and is rarely put between letters. */
    static boolean isSign(char c) {
        return !isDigit(c) && c != '|' && sign(c) >= 0;
    }

    private static boolean isLetterOrSign(char c) {
        return isLatin(c) || isDigit(c) || sign(c) >= 0;
    }

    private static boolean separates(Buffer text, int i, int beyond) {
        return Math.min(i, beyond) >= 0
                && Math.max(i, beyond) < text.length
                && text.chars[i] != ' '
                && isSeparator(text.chars[i])
                && isLetterOrSign(text.chars[beyond]);
    }

    /** Before a word only what looks like one letter: {@code $hit}, {@code @ss}, {@code 5hit}, but not 100kg. */
    private static boolean isStart(Buffer text, int i) {
        return i == 0 || !isDigit(text.chars[i - 1]);
    }

    private static boolean isPunctuation(char c) {
        return c == '!' || c == '|';
    }

    private static int replace(Buffer text, int i) {
        int sign = sign(text.chars[i]);
        if (sign < 0) {
            return 0;
        }
        char letter = LETTERS.charAt(sign);
        text.chars[i] = letter == 'i' && isReadAsL(text, i) ? 'l' : letter;
        return 1;
    }

    /** The place of a sign among {@link #SIGNS}, or -1. */
    private static int sign(char c) {
        return c > LAST_SIGN ? -1 : PLACES[c];
    }

    private static byte[] places() {
        var places = new byte[LAST_SIGN + 1];
        Arrays.fill(places, (byte) -1);
        for (int i = 0; i < SIGNS.length(); i++) {
            places[SIGNS.charAt(i)] = (byte) i;
        }
        return places;
    }

    private static boolean isReadAsL(Buffer text, int i) {
        char before = i == 0 ? ' ' : text.chars[i - 1];
        char after = i + 1 == text.length ? ' ' : text.chars[i + 1];
        int sign = sign(after);
        char next = sign < 0 ? after : after == text.chars[i] ? 'l' : LETTERS.charAt(sign);
        return READ_AS_L[isLatin(before) ? before - 'a' + 1 : 0].indexOf(isLatin(next) ? next : ' ') >= 0;
    }
}
