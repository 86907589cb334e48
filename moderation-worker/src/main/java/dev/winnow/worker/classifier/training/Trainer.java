package dev.winnow.worker.classifier.training;

import dev.winnow.worker.classifier.LinearModel;
import dev.winnow.worker.classifier.Script;
import dev.winnow.worker.text.NormalisedText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Trains a model from labelled comments: cleaning, augmenting, learning, quantising, calibrating. */
public final class Trainer {

    private static final long SEED = 20260101;
    private static final int EPOCHS = 3;

    /**
     * In the data one comment in two is bad, on a site perhaps one in ten. Calibrating with each harmless row counting so
     * many times leans towards the site.
     */
    private static final double HARMLESS_WEIGHT = 2.6;

    /** The same for English spam: harmless English comments in the data are little like those under articles. */
    private static final double HARMLESS_WEIGHT_FOR_ENGLISH_SPAM = 6;

    /** One row of this many is held back, to calibrate and to measure. */
    private static final int HELD_BACK = 10;

    private final Recipe recipe;
    private final int bits;

    Trainer(Recipe recipe, int bits) {
        this.recipe = recipe;
        this.bits = bits;
    }

    /** Whether a comment is kept from the weights. */
    static boolean isHeldBack(LabelledComment comment) {
        return comment.choice("held-back") % HELD_BACK == 0;
    }

    LinearModel train(List<LabelledComment> comments) {
        var rows = prepared(comments);
        return new LinearModel(bits, output("spam", rows), output("abuse", rows));
    }

    /** What is learned from, in the order of learning, and what is kept back to calibrate with. */
    Prepared prepared(List<LabelledComment> comments) {
        var learned = new ArrayList<Row>();
        var held = new ArrayList<Row>();
        for (var comment : comments) {
            var source = recipe.of(comment.source());
            if (source.weight() > 0) {
                var text = NormalisedText.readable(Cleaning.clean(source.cleaning(), comment));
                boolean holdBack = isHeldBack(comment);
                double weight = holdBack ? source.calibration() : source.weight();
                (holdBack ? held : learned)
                        .add(new Row(comment.source(), comment.kind(), comment.label(), weight, text.toString()));
            }
        }
        learned.addAll(Augmentation.withLinks(learned, new Random(SEED + 4)));
        held.addAll(Augmentation.withLinks(held, new Random(SEED + 5)));
        var homophones = Augmentation.withHomophones(learned, new Random(SEED + 6));
        learned.addAll(Augmentation.disturbed(learned, new Random(SEED + 1)));
        learned.addAll(Augmentation.amongOthers(learned, new Random(SEED + 2)));
        held.addAll(Augmentation.amongOthers(held, new Random(SEED + 3)));
        learned.addAll(homophones);
        Collections.shuffle(learned, new Random(SEED));
        return new Prepared(List.copyOf(learned), List.copyOf(held));
    }

    private LinearModel.Weights output(String label, Prepared rows) {
        var learner = new Learner(bits);
        for (int epoch = 0; epoch < EPOCHS; epoch++) {
            for (var row : rows.learned()) {
                learner.learn(row.text(), row.label().equals(label), row.weight());
            }
        }
        var slope = new double[Script.values().length];
        var offset = new double[slope.length];
        for (var script : Script.values()) {
            double harmless =
                    script == Script.LATIN && label.equals("spam") ? HARMLESS_WEIGHT_FOR_ENGLISH_SPAM : HARMLESS_WEIGHT;
            var points = rows.held().stream()
                    .filter(row -> Script.of(row.text()) == script)
                    .map(row -> new Calibration.Point(
                            learner.margin(row.text()),
                            row.label().equals(label),
                            row.isOk() ? row.weight() * harmless : row.weight()))
                    .toList();
            var calibration = Calibration.of(points);
            slope[script.ordinal()] = calibration.slope();
            offset[script.ordinal()] = calibration.offset();
        }
        return quantised(learner, slope, offset);
    }

    private static LinearModel.Weights quantised(Learner learner, double[] slope, double[] offset) {
        double largest = 1e-9;
        for (int i = 0; i < learner.buckets(); i++) {
            largest = Math.max(largest, Math.abs(learner.weight(i)));
        }
        double scale = largest / LinearModel.LARGEST_STEPS;
        var buckets = new byte[learner.buckets()];
        for (int i = 0; i < buckets.length; i++) {
            buckets[i] = LinearModel.quantised(learner.weight(i) / scale);
        }
        return new LinearModel.Weights(buckets, scale, learner.bias(), slope, offset);
    }

    /**
     * Prepared comments.
     *
     * @param learned to learn from, shuffled
     * @param held kept from the weights
     */
    record Prepared(List<Row> learned, List<Row> held) {}

    /**
     * A prepared comment.
     *
     * @param source where it comes from
     * @param kind what sort of its label it is, or empty
     * @param label its label
     * @param weight how much it counts
     * @param text its normalised text
     */
    record Row(String source, String kind, String label, double weight, String text) {

        boolean isOk() {
            return label.equals("ok");
        }

        /** The same comment in other words, counting for a part of it. */
        Row reworded(String other, double part) {
            return new Row(source, kind, label, weight * part, other);
        }
    }
}
