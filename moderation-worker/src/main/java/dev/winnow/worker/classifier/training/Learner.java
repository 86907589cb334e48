package dev.winnow.worker.classifier.training;

import dev.winnow.worker.classifier.Features;
import dev.winnow.worker.classifier.LinearModel;
import dev.winnow.worker.classifier.Script;

/**
 * Logistic regression learned row by row with a step of its own for each weight, most weights staying exactly zero
 * (FTRL-Proximal, McMahan et al., 2013). Single thread, strict arithmetic: the same rows give the same weights.
 */
final class Learner {

    private static final double STEP = 0.35;
    private static final double SMOOTHING = 1;
    private static final double SPARSITY = 0.02;
    private static final double SHRINKAGE = 0.5;

    private final int bits;
    private final double[] z;
    private final double[] n;
    private final double[] bias = new double[Script.values().length];
    private final double[] biasGradients = new double[Script.values().length];

    Learner(int bits) {
        this.bits = bits;
        z = new double[1 << bits];
        n = new double[1 << bits];
    }

    void learn(CharSequence text, boolean yes, double importance) {
        var features = Features.distinct(text, bits);
        int script = Script.of(text).ordinal();
        double margin = margin(features, script);
        double gradient = (LinearModel.sigmoid(margin) - (yes ? 1 : 0)) * importance;
        double share = LinearModel.share(features.length);
        for (int bucket : features) {
            double g = gradient * share;
            double sigma = (Math.sqrt(n[bucket] + g * g) - Math.sqrt(n[bucket])) / STEP;
            z[bucket] += g - sigma * weight(bucket);
            n[bucket] += g * g;
        }
        biasGradients[script] += gradient * gradient;
        bias[script] -= 0.1 * gradient / (1 + Math.sqrt(biasGradients[script]));
    }

    /** A text's margin under the weights so far. */
    double margin(CharSequence text) {
        return margin(Features.distinct(text, bits), Script.of(text).ordinal());
    }

    private double margin(int[] features, int script) {
        double sum = 0;
        for (int bucket : features) {
            sum += weight(bucket);
        }
        return bias[script] + sum * LinearModel.share(features.length);
    }

    double weight(int bucket) {
        double zi = z[bucket];
        if (Math.abs(zi) <= SPARSITY) {
            return 0;
        }
        return -(zi - Math.signum(zi) * SPARSITY) / ((SMOOTHING + Math.sqrt(n[bucket])) / STEP + SHRINKAGE);
    }

    double[] bias() {
        return bias.clone();
    }

    int buckets() {
        return z.length;
    }
}
