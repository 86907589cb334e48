package dev.winnow.worker.text;

import static dev.winnow.worker.text.Characters.isHan;
import static dev.winnow.worker.text.Characters.isLatin;

import dev.winnow.worker.text.NormalisedText.Buffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Tells Chinese in Latin letters from other words in them, and divides it into syllables. */
final class Pinyin {

    /** Fewer syllables are a word that only looks like it. */
    private static final int FEWEST = 4;

    /** So few are enough where they stand right between Han characters. */
    private static final int FEWEST_AMONG_HAN = 2;

    /** So few where there may be a blank between, as many put one around foreign words. */
    private static final int FEWEST_NEAR_HAN = 3;

    /** Longer words are not looked at. */
    private static final int LONGEST = 240;

    private static final int LONGEST_SYLLABLE = 6;

    /** The syllables letter by letter: where each leads, and which syllable ends there. */
    private static final short[][] NEXT;

    private static final short[] NUMBER;

    static {
        var tree = new Tree();
        for (int number = 1; number <= Syllables.count(); number++) {
            tree.plant(Syllables.name(number), number);
        }
        tree.plant("lv", Syllables.of('吕'));
        tree.plant("nv", Syllables.of('女'));
        NEXT = tree.next.toArray(short[][]::new);
        NUMBER = tree.numbers();
    }

    private Pinyin() {}

    /** Whether so much of a text is in pinyin that this is no chance. */
    static boolean isIn(Buffer text) {
        int letters = 0;
        int spelt = 0;
        int syllables = 0;
        int alsoOther = 0;
        int amongHan = 0;
        int nearHan = 0;
        int spelled = 0;
        int words = 0;
        for (int i = 0; i < text.length; i++) {
            if (!isLatin(text.chars[i])) {
                continue;
            }
            int end = wordEnd(text, i);
            letters += end - i;
            int count = end - i > 1 && mayDivide(text, i, end) ? divided(text, i).length - 1 : 0;
            if (count > 0) {
                boolean among = i > 0 && isHan(text.chars[i - 1]) || end < text.length && isHan(text.chars[end]);
                amongHan += among ? 1 : 0;
                nearHan += isHanBeyondBlank(text, i - 1, -1) || isHanBeyondBlank(text, end, 1) ? 1 : 0;
                spelt += end - i;
                syllables += count;
                alsoOther += LatinWords.STANDARD.isCommon(new String(text.chars, i, end - i)) ? count : 0;
                spelled++;
            }
            words++;
            i = end;
        }
        boolean amid = amongHan + nearHan >= FEWEST_NEAR_HAN;
        boolean byItself = syllables >= FEWEST && alsoOther * 2 <= syllables;
        boolean enough = byItself || amongHan >= FEWEST_AMONG_HAN || amid;
        return enough && (spelt * 10 >= letters * 7 || amid && spelled * 5 >= words * 2);
    }

    private static boolean isHanBeyondBlank(Buffer text, int blank, int direction) {
        int beyond = blank + direction;
        return beyond >= 0 && beyond < text.length && text.chars[blank] == ' ' && isHan(text.chars[beyond]);
    }

    /** Whether syllables can follow each other to a word's end, as far as is seen at a glance: in most words they cannot. */
    private static boolean mayDivide(Buffer text, int start, int end) {
        if (end - start >= Long.SIZE) {
            return true;
        }
        // For each place a bit: whether syllables reach it.
        long reached = 1;
        for (int i = start; i < end && reached >>> i - start != 0; i++) {
            int node = 0;
            for (int k = i; (reached >>> i - start & 1) != 0 && k < end; k++) {
                node = NEXT[node][text.chars[k] - 'a'];
                if (node == 0) {
                    break;
                }
                if (NUMBER[node] > 0) {
                    reached |= 1L << k + 1 - start;
                }
            }
        }
        return reached >>> end - start != 0;
    }

    /** Where the syllables of the word that begins here begin, and its end; that alone if it is not all pinyin. */
    static int[] divided(Buffer text, int start) {
        int end = wordEnd(text, start);
        if (end - start > LONGEST) {
            return new int[] {end};
        }
        var next = new int[end - start + 1];
        var count = new int[end - start + 1];
        count[end - start] = 1;
        for (int i = end - 1; i >= start; i--) {
            divide(text, i, start, next, count);
        }
        if (count[0] == 0) {
            return new int[] {end};
        }
        var borders = new int[count[0]];
        for (int k = 0, i = start; k < borders.length; k++) {
            borders[k] = i;
            i = next[i - start];
        }
        return borders;
    }

    /** Finds the longest syllable behind which there are only more of them. */
    private static void divide(Buffer text, int i, int start, int[] next, int[] count) {
        int end = Math.min(start + next.length - 1, i + LONGEST_SYLLABLE);
        int node = 0;
        for (int k = i; k < end; k++) {
            node = NEXT[node][text.chars[k] - 'a'];
            if (node == 0) {
                return;
            }
            if (NUMBER[node] > 0 && count[k + 1 - start] > 0) {
                next[i - start] = k + 1;
                count[i - start] = count[k + 1 - start] + 1;
            }
        }
    }

    /** The number of the syllable that letters spell, 0 if they spell none. */
    static int syllable(Buffer text, int start, int end) {
        int node = 0;
        for (int i = start; i < end; i++) {
            node = NEXT[node][text.chars[i] - 'a'];
            if (node == 0) {
                return 0;
            }
        }
        return NUMBER[node];
    }

    private static int wordEnd(Buffer text, int start) {
        int end = start;
        while (end < text.length && isLatin(text.chars[end])) {
            end++;
        }
        return end;
    }

    /** The syllables while they are being planted. */
    private static final class Tree {

        private final List<short[]> next = new ArrayList<>(List.of(new short[26]));
        private final Map<Integer, Integer> number = new HashMap<>();

        void plant(String name, int syllable) {
            int node = 0;
            for (int i = 0; i < name.length(); i++) {
                int letter = name.charAt(i) - 'a';
                if (next.get(node)[letter] == 0) {
                    next.get(node)[letter] = (short) next.size();
                    next.add(new short[26]);
                }
                node = next.get(node)[letter];
            }
            number.put(node, syllable);
        }

        short[] numbers() {
            var numbers = new short[next.size()];
            number.forEach((node, syllable) -> numbers[node] = syllable.shortValue());
            return numbers;
        }
    }
}
