package dev.winnow.worker.text;

import static dev.winnow.worker.text.Characters.isHan;
import static dev.winnow.worker.text.Characters.isLatin;
import static dev.winnow.worker.text.Characters.isSentencePunctuation;
import static dev.winnow.worker.text.Characters.isSeparator;

import dev.winnow.worker.text.NormalisedText.Buffer;

/**
 * Takes out what was put between letters: {@code f u c k}, {@code f*u-c.k}, 加 微 信, 加。微。信. A separator goes
 * where what it separates is a single character, or Han and no sentence ends there; words stay apart.
 */
final class Separators {

    /** Longer runs of separators are layout, not disguise. */
    private static final int LONGEST = 4;

    /** The longest piece of a broken word. */
    private static final int LONGEST_PIECE = 4;

    /** So many pieces, of 2.2 letters at most on average, are no ordinary short words. */
    private static final int BROKEN = 6;

    private final Buffer in;
    private final Buffer out;

    /** Up to here letters stand one by one, as found when their row began. */
    private int rowEnd;

    /** Before here no row begins. */
    private int nextRow;

    /** The shortest separator of the row, in characters of the original. */
    private int shortest;

    private final boolean keepsWords;

    private Separators(Buffer in, boolean keepsWords) {
        this.in = in;
        this.out = new Buffer(in.length);
        this.keepsWords = keepsWords;
    }

    static Buffer removed(Buffer in) {
        return new Separators(in, false).removed();
    }

    /**
     * The same for a text of which much is in disguise: what is longer than the separators around it becomes a space,
     * and words that are broken into short pieces count as letters that stand one by one.
     */
    static Buffer removedBetweenLetters(Buffer in) {
        return new Separators(in, true).removed();
    }

    private Buffer removed() {
        for (int i = 0; i < in.length; ) {
            if (!isSeparator(in.chars[i])) {
                measureRow(i);
                out.copy(in, i++);
                continue;
            }
            int end = separatorsEnd(i);
            if (keepsWords && dividesRow(i, end)) {
                out.add(' ', in.from[i], in.to[end - 1]);
            } else if (keepsWords && goes(i, end) && end - i > 1 && endsSentence(i, end)) {
                out.copy(in, sentenceEnd(i));
            } else if (!goes(i, end)) {
                for (int k = i; k < end; k++) {
                    out.copy(in, k);
                }
            }
            i = end;
        }
        return out;
    }

    private boolean goes(int start, int end) {
        if (start == 0 || end == in.length || end - start > LONGEST) {
            return false;
        }
        char before = in.chars[start - 1];
        char after = in.chars[end];
        boolean singles = isSingle(start - 1) && isSingle(end);
        if (isHan(before) || isHan(after)) {
            boolean close = (isHan(before) || isSingle(start - 1)) && (isHan(after) || isSingle(end));
            return close && (singles || !endsSentence(start, end));
        }
        if (end <= rowEnd) {
            return true;
        }
        return isLatin(before) && isLatin(after) && !dividesWords(start, end);
    }

    private boolean dividesRow(int start, int end) {
        return start > 0 && end <= rowEnd && length(start, end) > shortest;
    }

    private int length(int start, int end) {
        return in.to[end - 1] - in.from[start];
    }

    /**
     * At the first of letters that stand one by one, finds how far they do; three make a row. A stretch of pieces that is no
     * row from its beginning may be one from a later piece on, which is found at once: each piece is looked at a fixed
     * number of times.
     */
    private void measureRow(int i) {
        int end = pieceEnd(i);
        if (i < rowEnd || i < nextRow || end == i || i > 0 && !isSeparator(in.chars[i - 1])) {
            return;
        }
        int count = 0;
        int letters = 0;
        int last = i;
        int next = i;
        while (next < in.length && next - last <= LONGEST && pieceEnd(next) > next) {
            count++;
            last = pieceEnd(next);
            letters += last - next;
            next = separatorsEnd(last);
        }
        int start = i;
        while (start < last && !isRow(count, letters)) {
            count--;
            letters -= pieceEnd(start) - start;
            start = Math.min(last, separatorsEnd(pieceEnd(start)));
        }
        nextRow = start;
        rowEnd = start == i ? last : end;
        shortest = start == i ? shortestSeparator(i, last) : shortest;
    }

    private static boolean isRow(int count, int letters) {
        return count == letters ? count >= 3 : count >= BROKEN && letters * 5 <= count * 11;
    }

    private int shortestSeparator(int start, int end) {
        int least = Integer.MAX_VALUE;
        for (int i = pieceEnd(start); i < end; i = pieceEnd(separatorsEnd(i))) {
            least = Math.min(least, length(i, separatorsEnd(i)));
        }
        return least;
    }

    /** Whether the Latin words of a text are broken into pieces, whatever their order. */
    static boolean breakWords(Buffer text) {
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

    /** The end of a piece of a row that begins here: a letter by itself or, in a text of broken words, up to four. */
    private int pieceEnd(int i) {
        int end = i;
        while (end < in.length && end - i <= LONGEST_PIECE && !isSeparator(in.chars[end]) && !isHan(in.chars[end])) {
            end++;
        }
        return end - i <= (keepsWords ? LONGEST_PIECE : 1) ? end : i;
    }

    private boolean isSingle(int i) {
        return (i == 0 || isSeparator(in.chars[i - 1])) && (i + 1 == in.length || isSeparator(in.chars[i + 1]));
    }

    private int separatorsEnd(int i) {
        while (i < in.length && isSeparator(in.chars[i])) {
            i++;
        }
        return i;
    }

    private boolean endsSentence(int start, int end) {
        for (int i = start; i < end; i++) {
            if (isSentencePunctuation(in.chars[i])) {
                return true;
            }
        }
        return false;
    }

    private int sentenceEnd(int start) {
        int i = start;
        while (!isSentencePunctuation(in.chars[i])) {
            i++;
        }
        return i;
    }

    private boolean dividesWords(int start, int end) {
        for (int i = start; i < end; i++) {
            if (" ,;:!?()\"/".indexOf(in.chars[i]) >= 0) {
                return true;
            }
        }
        return false;
    }
}
