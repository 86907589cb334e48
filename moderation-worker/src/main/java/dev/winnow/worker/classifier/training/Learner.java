package dev.winnow.worker.classifier.training;

import dev.winnow.worker.classifier.Features;
import dev.winnow.worker.classifier.LinearModel;
import dev.winnow.worker.classifier.Script;
import java.util.Arrays;

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
    private int[] buckets = new int[1024];
    private int features;

    Learner(int bits) {
        this.bits = bits;
        z = new double[1 << bits];
        n = new double[1 << bits];
    }

    void learn(CharSequence text, boolean yes, double importance) {
        double margin = margin(text);
        int script = Script.of(text).ordinal();
        double gradient = (LinearModel.sigmoid(margin) - (yes ? 1 : 0)) * importance;
        double share = LinearModel.share(features);
        for (int i = 0; i < features; i++) {
            int bucket = buckets[i];
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
        features = 0;
        Features.distinct(text, bits, (bucket, start, end) -> {
            if (features == buckets.length) {
                buckets = Arrays.copyOf(buckets, features * 2);
            }
            buckets[features++] = bucket;
        });
        double sum = 0;
        for (int i = 0; i < features; i++) {
            sum += weight(buckets[i]);
        }
        return bias[Script.of(text).ordinal()] + sum * LinearModel.share(features);
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
