package dev.winnow.worker.text;

import static dev.winnow.worker.text.Characters.isHan;
import static dev.winnow.worker.text.Characters.isLatin;

import dev.winnow.worker.text.NormalisedText.Buffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads Chinese by its sound: Han characters that hardly go together as those of the same syllable that do (家威性 for
 * 加微信), and pinyin as characters (jia weixin). A text of which this is not evident stays as it is.
 */
final class Homophones {

    /** Fewer characters that stand oddly may be a name. */
    private static final int FEWEST_ODD = 2;

    /** From one odd character in so many on, a text is looked at. */
    private static final int ODD_PART = 6;

    /** Longer texts, which only characters that each become several make of a comment, are not read by their sound. */
    private static final int LONGEST = 12_000;

    /** How much likelier, in logarithms of odds, a row must get for a character to be read as another. */
    private static final double CHANGE = 6;

    /** The same where most of a text is odd. */
    private static final double CHANGE_AMONG_ODD = 2;

    private final Buffer in;
    private final Buffer out;
    private final boolean pinyin;
    private final double change;
    private final List<Syllable> row = new ArrayList<>();
    private int undone;

    /** How many pairs were read where there was pinyin, and how many of them stand elsewhere too. */
    private int pairs;

    private int known;

    private Homophones(Buffer in, Buffer out, boolean pinyin, double change) {
        this.in = in;
        this.out = out;
        this.pinyin = pinyin;
        this.change = change;
    }

    /** Reads a text of which some may be written by its sound. */
    static Homophones read(Buffer in) {
        if (in.length > LONGEST) {
            return new Homophones(in, in, false, CharacterRow.NEVER);
        }
        boolean pinyin = Pinyin.isIn(in);
        int odd = 0;
        int han = 0;
        boolean alone = true;
        boolean known = false;
        for (int i = 0; i < in.length; i++) {
            if (isHan(in.chars[i])) {
                han++;
                boolean last = i + 1 == in.length || !isHan(in.chars[i + 1]);
                boolean knownAfter = !last && HanPairs.STANDARD.isKnown(in.chars[i], in.chars[i + 1]);
                // Never seen beside either of its neighbours, of which it has one.
                odd += known || knownAfter || alone && last ? 0 : 1;
                known = knownAfter;
                alone = last;
            }
        }
        boolean alike = odd >= FEWEST_ODD && odd * ODD_PART >= han;
        if (!alike && !pinyin) {
            return new Homophones(in, in, false, CharacterRow.NEVER);
        }
        double change = alike ? odd * 2 >= han ? CHANGE_AMONG_ODD : CHANGE : CharacterRow.NEVER;
        var read = new Homophones(in, new Buffer(in.length), pinyin, change);
        read.all();
        return read;
    }

    /** The text as it sounds. */
    Buffer text() {
        return isPlausible() ? out : in;
    }

    /** How many characters are others now. */
    int undone() {
        return isPlausible() ? undone : 0;
    }

    /** Words of another language that only look like pinyin give characters that hardly go together. */
    private boolean isPlausible() {
        return out.length > 0 && known * 2 >= pairs;
    }

    private void all() {
        for (int i = 0; i < in.length; ) {
            char c = in.chars[i];
            if (isHan(c)) {
                row.add(new Syllable(Syllables.of(c), c, i, i + 1));
                i++;
            } else if (pinyin && isLatin(c)) {
                i = word(i);
            } else if (pinyin && c == ' ' && !row.isEmpty() && i + 1 < in.length && goesOn(i + 1)) {
                i++;
            } else {
                i = end(i);
            }
        }
        finish();
    }

    /** Whether a row goes on behind a blank: blanks are put around pinyin, not between Han characters. */
    private boolean goesOn(int i) {
        boolean isSpelt = row.get(row.size() - 1).written() == 0;
        return isLatin(in.chars[i]) ? Pinyin.divided(in, i).length > 1 : isSpelt && isHan(in.chars[i]);
    }

    private int word(int start) {
        var borders = Pinyin.divided(in, start);
        int end = borders[borders.length - 1];
        if (borders.length == 1) {
            finish();
            for (int i = start; i < end; i++) {
                out.copy(in, i);
            }
        }
        for (int k = 1; k < borders.length; k++) {
            int number = Pinyin.syllable(in, borders[k - 1], borders[k]);
            row.add(new Syllable(number, (char) 0, borders[k - 1], borders[k]));
        }
        return end;
    }

    private int end(int i) {
        finish();
        out.copy(in, i);
        return i + 1;
    }

    private void finish() {
        if (row.isEmpty()) {
            return;
        }
        var likeliest = CharacterRow.likeliest(row, change);
        for (int k = 0; k < likeliest.length; k++) {
            var syllable = row.get(k);
            undone += likeliest[k] == syllable.written() ? 0 : 1;
            out.add(likeliest[k], in.from[syllable.start()], in.to[syllable.end() - 1]);
        }
        if (row.stream().anyMatch(syllable -> syllable.written() == 0)) {
            weigh(likeliest);
        }
        row.clear();
    }

    private void weigh(char[] characters) {
        for (int k = 1; k < characters.length; k++) {
            pairs++;
            known += HanPairs.STANDARD.isKnown(characters[k - 1], characters[k]) ? 1 : 0;
        }
    }

    /**
     * One syllable of a text.
     *
     * @param number its number among {@link Syllables}, 0 if it has none
     * @param written the character it is written with, or 0 for pinyin
     * @param start where it begins in the text
     * @param end where it ends there
     */
    record Syllable(int number, char written, int start, int end) {}
}
