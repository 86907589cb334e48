package dev.winnow.worker.classifier.training;

import dev.winnow.worker.classifier.LinearModel;
import java.util.List;

/**
 * Finds the slope and offset that turn margins into probabilities (Platt, 1999), by Newton's method on rows that the
 * weights were not learned from.
 *
 * @param slope what a margin is multiplied by
 * @param offset what is added
 */
record Calibration(double slope, double offset) {

    /** Keeps the slope from running away where the rows can be told apart without an error. */
    private static final double PRIOR = 1e-2;

    static Calibration of(List<Point> points) {
        double a = 1;
        double b = 0;
        for (int round = 0; round < 60; round++) {
            double ga = PRIOR * (a - 1);
            double gb = PRIOR * b;
            double haa = PRIOR;
            double hab = 0;
            double hbb = PRIOR;
            for (var point : points) {
                double p = LinearModel.sigmoid(a * point.margin() + b);
                double error = (p - (point.yes() ? 1 : 0)) * point.weight();
                double curve = Math.max(p * (1 - p), 1e-6) * point.weight();
                ga += error * point.margin();
                gb += error;
                haa += curve * point.margin() * point.margin();
                hab += curve * point.margin();
                hbb += curve;
            }
            double determinant = haa * hbb - hab * hab;
            if (determinant <= 0) {
                break;
            }
            double stepA = (hbb * ga - hab * gb) / determinant;
            double stepB = (haa * gb - hab * ga) / determinant;
            double size = Math.max(1, Math.max(Math.abs(stepA), Math.abs(stepB)));
            a -= stepA / size;
            b -= stepB / size;
        }
        return new Calibration(a, b);
    }

    /**
     * One row.
     *
     * @param margin what the weights gave it
     * @param yes what it is
     * @param weight how much it counts
     */
    record Point(double margin, boolean yes, double weight) {}
}
