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

    private final Buffer in;
    private final Excerpt kept;

    /** Up to here letters stand one by one, as found when their row began. */
    private int rowEnd;

    private Separators(Buffer in) {
        this.in = in;
        this.kept = new Excerpt(in);
    }

    static Buffer removed(Buffer in) {
        return new Separators(in).removed();
    }

    private Buffer removed() {
        for (int i = 0; i < in.length; ) {
            int end;
            if (isSeparator(in.chars[i])) {
                end = separatorsEnd(i);
                if (!goes(i, end)) {
                    kept.keep(i, end);
                }
            } else {
                end = wordEnd(i);
                measureRow(i);
                kept.keep(i, end);
            }
            i = end;
        }
        return kept.text();
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

    /** At the first of letters that stand one by one, finds how far they do; three make a row. */
    private void measureRow(int i) {
        if (i < rowEnd || !isSingle(i) || isHan(in.chars[i])) {
            return;
        }
        int count = 1;
        int last = i;
        int next = separatorsEnd(i + 1);
        while (next < in.length && next - last - 1 <= LONGEST && isSingle(next) && !isHan(in.chars[next])) {
            count++;
            last = next;
            next = separatorsEnd(next + 1);
        }
        rowEnd = count >= 3 ? last : i + 1;
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

    private int wordEnd(int i) {
        while (i < in.length && !isSeparator(in.chars[i])) {
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

    private boolean dividesWords(int start, int end) {
        for (int i = start; i < end; i++) {
            if (" ,;:!?()\"/".indexOf(in.chars[i]) >= 0) {
                return true;
            }
        }
        return false;
    }
}
