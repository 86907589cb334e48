package dev.winnow.worker.commandline;

import java.util.Comparator;
import java.util.List;

/**
 * The usual figures of a yes-or-no judgement; NaN where there is nothing to divide by.
 *
 * @param precision of those held, the part that was bad
 * @param recall of the bad ones, the part that was held
 * @param falseAlarms of the harmless ones, the part that was held
 * @param auc the chance that a bad one scores higher than a harmless one
 * @param calibrationError the expected calibration error over ten bins
 */
record Figures(double precision, double recall, double falseAlarms, double auc, double calibrationError) {

    private static final int BINS = 10;

    static Figures of(List<Row> rows) {
        long bad = rows.stream().filter(Row::bad).count();
        long held = rows.stream().filter(Row::held).count();
        long found = rows.stream().filter(r -> r.bad() && r.held()).count();
        return new Figures(
                (double) found / held,
                (double) found / bad,
                (double) (held - found) / (rows.size() - bad),
                auc(rows),
                calibrationError(rows));
    }

    double f1() {
        return 2 * precision * recall / (precision + recall);
    }

    /** By ranks, ties counting half. */
    static double auc(List<Row> rows) {
        var sorted =
                rows.stream().sorted(Comparator.comparingDouble(Row::score)).toList();
        double ranks = 0;
        long bad = 0;
        for (int i = 0; i < sorted.size(); ) {
            int end = i;
            while (end < sorted.size()
                    && sorted.get(end).score() == sorted.get(i).score()) {
                end++;
            }
            for (int k = i; k < end; k++) {
                if (sorted.get(k).bad()) {
                    ranks += (i + 1 + end) / 2.0;
                    bad++;
                }
            }
            i = end;
        }
        long ok = sorted.size() - bad;
        return (ranks - bad * (bad + 1) / 2.0) / ((double) bad * ok);
    }

    private static double calibrationError(List<Row> rows) {
        var scores = new double[BINS];
        var bad = new int[BINS];
        for (var row : rows) {
            int bin = Math.min(BINS - 1, (int) (row.score() * BINS));
            scores[bin] += row.score();
            bad[bin] += row.bad() ? 1 : 0;
        }
        double error = 0;
        for (int i = 0; i < BINS; i++) {
            error += Math.abs(scores[i] - bad[i]);
        }
        return error / rows.size();
    }

    /**
     * One judgement.
     *
     * @param bad what it is
     * @param held what was decided
     * @param score how likely bad
     */
    record Row(boolean bad, boolean held, double score) {}
}
