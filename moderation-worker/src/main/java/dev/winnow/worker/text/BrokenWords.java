package dev.winnow.worker.text;

import static dev.winnow.worker.text.Characters.isDigit;
import static dev.winnow.worker.text.Characters.isHan;
import static dev.winnow.worker.text.Characters.isLatin;
import static dev.winnow.worker.text.Characters.isSentencePunctuation;
import static dev.winnow.worker.text.Characters.isSeparator;

import dev.winnow.worker.text.NormalisedText.Buffer;
import java.util.BitSet;

/**
 * Puts words together again in a text of which much is in disguise, and keeps them apart: {@code w-o-r-d-s a.p.a.r.t},
 * {@code w o r d s   a p a r t}, {@code wo.rds ap*art}. Signs join what they stand between, blanks divide it; only in a
 * row of letters that stand one by one may blanks join as well, and then longer ones divide.
 */
final class BrokenWords {

    /** Longer runs of separators are layout, not disguise. */
    private static final int LONGEST = 7;

    private static final int FEWEST_IN_ROW = 3;

    /** Shorter rows are one word. */
    private static final int FEWEST_TO_DIVIDE = 6;

    /** Where there are dividers at all, so many blanks stand between two of them at most, on average. */
    private static final int LONGEST_WORD = 8;

    /** Where blanks are put between letters, a sign stands there by itself more rarely than that: {@code d o n't}. */
    private static final int FEWEST_BLANKS_TO_A_SIGN = 3;

    /** The longest piece of a word that is broken by blanks. */
    private static final int LONGEST_PIECE = 4;

    /** So many pieces, of 2.2 letters at most on average, are no ordinary short words. */
    private static final int BROKEN = 6;

    private final Buffer in;
    private final Excerpt kept;
    private final int longestPiece;

    /** The row of pieces that began last: where it ends, its shortest separator, and whether its blanks join. */
    private int rowEnd;

    /** Up to here nothing is found that was not already. */
    private int measuredTo;

    private int shortest;

    /** The shortest of its separators that stand between words rather than letters; 0 where there is none. */
    private int divider;

    private boolean blanksJoin;

    /** Where words begin in a row that does not show it. */
    private final BitSet beginnings = new BitSet();

    private int undone;

    private BrokenWords(Buffer in, boolean broken) {
        this.in = in;
        this.kept = new Excerpt(in);
        this.longestPiece = broken && areBrokenByBlanks() ? LONGEST_PIECE : 1;
    }

    /** Reads a text of which much may be in disguise; {@code broken} is what {@link #isIn} says of it. */
    static BrokenWords joined(Buffer in, boolean broken) {
        var words = new BrokenWords(in, broken);
        words.join();
        return words;
    }

    /** The text with its words put together. */
    Buffer text() {
        return kept.text();
    }

    /** How many separators went that hardly stand in an ordinary text. */
    int undone() {
        return undone;
    }

    /** Whether the Latin words of a text are broken into short pieces. */
    static boolean isIn(Buffer text) {
        int pieces = 0;
        int letters = 0;
        for (int i = 0; i < text.length; i++) {
            if (isLatin(text.chars[i])) {
                letters++;
                pieces += i == 0 || !isLatin(text.chars[i - 1]) ? 1 : 0;
            }
        }
        return pieces >= BROKEN && letters * 5 <= pieces * 11;
    }

    /** Where blanks break words, longer ones must stand between the words; else those are just short. */
    private boolean areBrokenByBlanks() {
        int blanks = 0;
        int longer = 0;
        for (int i = 0; i < in.length; i++) {
            if (in.chars[i] == ' ') {
                blanks++;
                longer += in.to[i] - in.from[i] > 1 ? 1 : 0;
            }
        }
        return longer * LONGEST_WORD >= blanks && longer < blanks;
    }

    private void join() {
        for (int i = 0; i < in.length; ) {
            int end;
            if (isSeparator(in.chars[i])) {
                end = separatorsEnd(i);
                treat(i, end);
            } else {
                end = wordEnd(i);
                measureRow(i);
                kept.keep(i, end);
            }
            i = end;
        }
    }

    private void treat(int start, int end) {
        if (start == 0 || end == in.length || end - start > LONGEST) {
            kept.keep(start, end);
        } else if (isHan(in.chars[start - 1]) || isHan(in.chars[end])) {
            amongHan(start, end);
        } else if (end <= rowEnd) {
            inRow(start, end);
        } else if (joins(start, end)) {
            boolean ordinary = "-._".indexOf(in.chars[start]) >= 0 && length(start, end) == 1;
            undone += ordinary && !isPiece(start, end) ? 0 : 1;
        } else {
            kept.keep(start, end);
        }
    }

    private void inRow(int start, int end) {
        int length = length(start, end);
        boolean blank = hasBlank(start, end);
        if (beginnings.get(end)) {
            kept.keep(start, end);
        } else if (length == shortest && (blanksJoin || !blank) || blanksJoin && length < divider) {
            undone++;
        } else if (blanksJoin && length % (shortest + 1) == shortest) {
            every(shortest + 1, start, end);
        } else {
            boolean signFirst = blank && in.chars[start] != ' ' && !Character.isSurrogate(in.chars[start]);
            kept.keep(signFirst ? start + 1 : start, end);
        }
    }

    /** What stood between the letters before others were put between all of them. */
    private void every(int step, int start, int end) {
        boolean none = true;
        for (int i = start; i < end; i++) {
            boolean isPair = i + 1 < end && Character.isSurrogatePair(in.chars[i], in.chars[i + 1]);
            int last = isPair ? i + 1 : i;
            if (isOneIn(step, start, last)) {
                kept.keep(i, last + 1);
                none = false;
            }
            i = last;
        }
        if (none) {
            kept.add(' ', in.from[start], in.to[end - 1]);
        }
    }

    private boolean isOneIn(int step, int start, int i) {
        int origin = in.from[start];
        return (in.to[i] - origin) / step > (in.from[i] - origin) / step;
    }

    /** Whether a separator cuts off a letter or two. */
    private boolean isPiece(int start, int end) {
        return start < 3
                || end + 3 > in.length
                || isSeparator(in.chars[start - 2])
                || isSeparator(in.chars[start - 3])
                || isSeparator(in.chars[end + 1])
                || isSeparator(in.chars[end + 2]);
    }

    /** Between Han characters nothing is needed but the end of a sentence. */
    private void amongHan(int start, int end) {
        boolean close = isShort(start - 1, -1) && isShort(end, 1);
        if (!close) {
            kept.keep(start, end);
            return;
        }
        boolean cutsOff = isSeparatedBefore(start - 1) && !isDigit(in.chars[start - 1])
                || isSeparatedAfter(end) && !isDigit(in.chars[end]);
        boolean alone = isSeparatedBefore(start - 1) && isSeparatedAfter(end);
        boolean odd = end - start == 1 && " ~-'\"()[]".indexOf(in.chars[start]) < 0;
        for (int i = start; i < end; i++) {
            if (isSentencePunctuation(in.chars[i]) && (end - start > 1 || !alone && !(cutsOff && in.chars[i] == '.'))) {
                kept.keep(i, i + 1);
                undone += cutsOff && end - start > 2 ? 1 : 0;
                return;
            }
        }
        undone += cutsOff || odd ? 1 : 0;
    }

    /** Han, or a single letter or digit. */
    private boolean isShort(int i, int direction) {
        int next = i + direction;
        return isHan(in.chars[i])
                || next < 0
                || next >= in.length
                || isSeparator(in.chars[next])
                || isHan(in.chars[next]);
    }

    private boolean isSeparatedBefore(int i) {
        return i == 0 || isSeparator(in.chars[i - 1]);
    }

    private boolean isSeparatedAfter(int i) {
        return i + 1 == in.length || isSeparator(in.chars[i + 1]);
    }

    /** Outside a row: signs within a word, but not those of sentences, numbers and addresses. */
    private boolean joins(int start, int end) {
        if (end - start > 2 || hasBlank(start, end)) {
            return false;
        }
        char before = in.chars[start - 1];
        char after = in.chars[end];
        return isLatin(before)
                        && isLatin(after)
                        && ",;:?()\"'/&|".indexOf(in.chars[start]) < 0
                        && !Leet.isSign(in.chars[start])
                || isLatin(before) != isLatin(after) && !isDigit(before) && !isDigit(after);
    }

    /** At the first of pieces that stand one by one, finds how far they do and what divides them. */
    private void measureRow(int i) {
        if (i < measuredTo) {
            return;
        }
        int last = pieceEnd(i);
        if (last == i) {
            return;
        }
        int count = 1;
        int next = separatorsEnd(last);
        shortest = Integer.MAX_VALUE;
        var separators = new Separation();
        while (next < in.length && next > last && next - last <= LONGEST && pieceEnd(next) > next) {
            separators.add(last, next);
            count++;
            last = pieceEnd(next);
            next = separatorsEnd(last);
        }
        measuredTo = last;
        rowEnd = count >= FEWEST_IN_ROW && separators.separate ? last : i + 1;
        shortest = separators.shortest;
        divider = separators.divider;
        blanksJoin = separators.blanksJoin();
        if (rowEnd == last && blanksJoin && separators.longer == 0 && longestPiece == 1 && count >= FEWEST_TO_DIVIDE) {
            divide(i, last);
        }
    }

    /** Finds the likeliest words in a row of letters all of which stand equally far apart. */
    private void divide(int start, int end) {
        var letters = new StringBuilder();
        var places = new int[end - start];
        for (int i = start; i < end; i++) {
            if (!isSeparator(in.chars[i])) {
                places[letters.length()] = i;
                letters.append(in.chars[i]);
            }
        }
        LatinWords.STANDARD.beginnings(letters).stream().skip(1).forEach(at -> beginnings.set(places[at]));
    }

    /** The end of a piece of a row that begins here, or here where what begins is longer. */
    private int pieceEnd(int start) {
        int end = start;
        while (end < in.length && end - start <= longestPiece && !isSeparator(in.chars[end]) && !isHan(in.chars[end])) {
            end++;
        }
        boolean ends = end == in.length || isSeparator(in.chars[end]);
        return ends && end - start <= longestPiece ? end : start;
    }

    private int separatorsEnd(int i) {
        while (i < in.length && isSeparator(in.chars[i])) {
            i++;
        }
        return i;
    }

    private int wordEnd(int i) {
        while (i < in.length && !isSeparator(in.chars[i])) {
            i++;
        }
        return i;
    }

    private int length(int start, int end) {
        return in.to[end - 1] - in.from[start];
    }

    private boolean hasBlank(int start, int end) {
        for (int i = start; i < end; i++) {
            if (in.chars[i] == ' ') {
                return true;
            }
        }
        return false;
    }

    /** What stands between the pieces of a row. */
    private final class Separation {

        private int shortest = Integer.MAX_VALUE;
        private int longer;
        private int divider;
        private int blanks;
        private int signs;

        /** Not all of them are signs that stand for letters. */
        private boolean separate;

        void add(int start, int end) {
            int length = length(start, end);
            separate |= !Leet.isSign(in.chars[start]);
            if (length < shortest) {
                longer += blanks + signs;
                divider = blanks + signs > 0 ? shortest : divider;
                blanks = 0;
                signs = 0;
                shortest = length;
            }
            if (length > shortest) {
                boolean divides = isDivider(start, end);
                longer += divides ? 1 : 0;
                divider = divides && (divider == 0 || length < divider) ? length : divider;
            } else if (hasBlank(start, end)) {
                blanks++;
            } else {
                signs++;
            }
        }

        /**
         * Whether blanks are among what joins pieces: where there is nothing else, or hardly anything else, or half as many dividers
         * of words at least.
         */
        boolean blanksJoin() {
            boolean dividedOrNot = longer == 0 || longer * LONGEST_WORD >= blanks;
            boolean hardlyElse = signs * FEWEST_BLANKS_TO_A_SIGN <= blanks && dividedOrNot;
            return signs == 0 || 2 * longer > blanks || hardlyElse;
        }

        /** Whether there is a blank between two separators, and not just behind a sign. */
        private boolean isDivider(int start, int end) {
            for (int i = start; i < end; i++) {
                if (in.chars[i] == ' ' && isOneIn(shortest + 1, start, i)) {
                    return length(start, end) % (shortest + 1) == shortest;
                }
            }
            return false;
        }
    }
}
