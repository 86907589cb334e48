package dev.winnow.worker.text;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Finds the likeliest characters for a row of syllables by Viterbi's algorithm over {@link HanPairs}. */
final class CharacterRow {

    /** The price of reading a character as another where that is not to happen. */
    static final double NEVER = 1e6;

    /** So many characters of a syllable are tried: the commonest. */
    private static final int TRIED = 16;

    /** Ways that are so much less likely than the best so far are given up, which hardly ever changes the end. */
    private static final double BEAM = 9;

    private static final HanPairs PAIRS = HanPairs.STANDARD;
    private static final char[][] COMMON = common();

    private final List<Homophones.Syllable> row;
    private final double change;
    private final char[][] tried;
    private final byte[][] from;

    private CharacterRow(List<Homophones.Syllable> row, double change) {
        this.row = row;
        this.change = change;
        this.tried = new char[row.size()][];
        this.from = new byte[row.size()][];
    }

    /** The likeliest characters, where one other than the written costs {@code change}, in logarithms of odds. */
    static char[] likeliest(List<Homophones.Syllable> row, double change) {
        return new CharacterRow(row, change).likeliest();
    }

    private char[] likeliest() {
        double[] before = {};
        int at = 0;
        for (int k = 0; k < tried.length; k++) {
            tried[k] = tried(row.get(k));
            from[k] = new byte[tried[k].length];
            var scores = new double[tried[k].length];
            for (int j = 0; j < scores.length; j++) {
                scores[j] = own(k, j) + (k == 0 ? PAIRS.logOdds(tried[0][j]) : best(before, before[at], k, j));
            }
            before = scores;
            at = highest(scores);
        }
        var likeliest = new char[tried.length];
        for (int k = tried.length - 1; k >= 0; k--) {
            likeliest[k] = tried[k][at];
            at = from[k][at];
        }
        return likeliest;
    }

    private static int highest(double[] scores) {
        int at = 0;
        for (int j = 1; j < scores.length; j++) {
            at = scores[j] > scores[at] ? j : at;
        }
        return at;
    }

    private double own(int k, int j) {
        char written = row.get(k).written();
        return written == 0 || written == tried[k][j] ? 0 : -change;
    }

    /** The score of the best way to a character, which is noted. */
    private double best(double[] before, double highest, int k, int j) {
        double best = Double.NEGATIVE_INFINITY;
        for (int b = 0; b < before.length; b++) {
            if (before[b] < highest - BEAM) {
                continue;
            }
            double score = before[b] + PAIRS.logOdds(tried[k - 1][b], tried[k][j]);
            if (score > best) {
                best = score;
                from[k][j] = (byte) b;
            }
        }
        return best;
    }

    private char[] tried(Homophones.Syllable syllable) {
        if (syllable.written() != 0 && change >= NEVER) {
            return new char[] {syllable.written()};
        }
        var common = COMMON[syllable.number()];
        for (char c : common) {
            if (c == syllable.written()) {
                return common;
            }
        }
        if (syllable.written() == 0) {
            return common;
        }
        var with = Arrays.copyOf(common, common.length + 1);
        with[common.length] = syllable.written();
        return with;
    }

    private static char[][] common() {
        var common = new char[Syllables.count() + 1][];
        for (int s = 0; s < common.length; s++) {
            common[s] = Syllables.alike(s)
                    .chars()
                    .boxed()
                    .sorted(Comparator.comparingDouble(c -> -PAIRS.logOdds((char) (int) c)))
                    .limit(TRIED)
                    .map(Character::toString)
                    .reduce("", String::concat)
                    .toCharArray();
        }
        return common;
    }
}
