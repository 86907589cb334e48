package dev.winnow.worker.classifier;

/**
 * Weights and calibration of the two outputs. A text's margin is the bias of its writing plus the mean-like sum of its
 * features' weights, each distinct feature counting
 * 1/sqrt(their number).
 *
 * @param bits log2 of the number of buckets
 * @param spam the first output
 * @param abuse the second
 */
public record LinearModel(int bits, Weights spam, Weights abuse) {

    /** Texts of fewer features than this count as if they had so many: a word alone proves little. */
    public static final int FEWEST = 24;

    /** What the largest byte stands for. */
    public static final int LARGEST_STEPS = 127 * 127;

    /** A byte for a weight in steps: its square root, so that the many small weights keep their differences. */
    public static byte quantised(double steps) {
        return (byte) Math.round(Math.signum(steps) * Math.sqrt(Math.abs(steps)));
    }

    /** The steps that a byte stands for. */
    static int steps(byte quantised) {
        return quantised * Math.abs(quantised);
    }

    /** How much each of a text's features counts. */
    public static double share(int features) {
        return 1 / Math.sqrt(Math.max(features, FEWEST));
    }

    /**
     * One output.
     *
     * @param buckets for each bucket a weight, quantised
     * @param scale what a step of a weight is worth
     * @param bias for each {@link Script} what is added
     * @param slope for each script the slope of the calibration (Platt)
     * @param offset for each script the offset of the calibration
     */
    public record Weights(byte[] buckets, double scale, double[] bias, double[] slope, double[] offset) {

        /** The calibrated probability that belongs to a sum of weights in steps. */
        public double probability(long sum, int features, Script script) {
            double margin = bias[script.ordinal()] + sum * scale * share(features);
            return sigmoid(slope[script.ordinal()] * margin + offset[script.ordinal()]);
        }
    }

    /** The logistic function, the same on every machine. */
    public static double sigmoid(double x) {
        return 1 / (1 + StrictMath.exp(-x));
    }
}
