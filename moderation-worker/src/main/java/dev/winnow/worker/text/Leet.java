package dev.winnow.worker.text;

import static dev.winnow.worker.text.Characters.isLatin;

import dev.winnow.worker.text.NormalisedText.Buffer;

/** Reads digits and signs as letters where they stand among letters: {@code sh1t}, {@code a$$}, {@code fr33}. */
final class Leet {

    private static final String SIGNS = "0134578@$!|";
    private static final String LETTERS = "oieastbasil";

    private Leet() {}

    /** Replaces in place and tells how many: a sign counts as a letter when a letter stands before it, or after it. */
    static int undo(Buffer text) {
        int replaced = 0;
        for (int i = 1; i < text.length; i++) {
            if (isLatin(text.chars[i - 1]) && isFollowed(text, i)) {
                replaced += replace(text, i);
            }
        }
        for (int i = text.length - 2; i >= 0; i--) {
            if (isLatin(text.chars[i + 1]) && isStart(text, i) && !isPunctuation(text.chars[i])) {
                replaced += replace(text, i);
            }
        }
        return replaced;
    }

    /** An exclamation mark or bar is a letter only inside a word; at its end it is what it is. */
    private static boolean isFollowed(Buffer text, int i) {
        if (!isPunctuation(text.chars[i])) {
            return true;
        }
        return i + 1 < text.length && (isLatin(text.chars[i + 1]) || SIGNS.indexOf(text.chars[i + 1]) >= 0);
    }

    /** Before a word only what looks like one letter: {@code $hit}, {@code @ss}, {@code 5hit}, but not 100kg. */
    private static boolean isStart(Buffer text, int i) {
        return i == 0 || !Characters.isDigit(text.chars[i - 1]);
    }

    private static boolean isPunctuation(char c) {
        return c == '!' || c == '|';
    }

    private static int replace(Buffer text, int i) {
        int sign = SIGNS.indexOf(text.chars[i]);
        if (sign >= 0) {
            text.chars[i] = LETTERS.charAt(sign);
            return 1;
        }
        return 0;
    }
}
