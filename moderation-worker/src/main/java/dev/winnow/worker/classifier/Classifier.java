package dev.winnow.worker.classifier;

import dev.winnow.events.Span;
import dev.winnow.worker.text.NormalisedText;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

/** Applies a {@link LinearModel} to normalised texts. Immutable; safe for any thread. */
public final class Classifier {

    private static final String STANDARD = "/screening/first.model";

    /** Characters that carry less than this part of what the heaviest one does are not shown. */
    private static final double SHOWN_PART = 0.25;

    private static final int MOST_SPANS = 12;
    private static final int LONGEST_WORD = 30;
    private static final char LAST_LATIN = '\u024f';

    private final LinearModel model;
    private final String version;

    /** For each bucket the weights of both outputs side by side, so that a feature costs one look at memory. */
    private final short[] weights;

    private Classifier(LinearModel model, String version) {
        this.model = model;
        this.version = version;
        this.weights = sideBySide(model.spam().buckets(), model.abuse().buckets());
    }

    /** The model that comes with this release. */
    public static Classifier standard() {
        try (var in = Classifier.class.getResourceAsStream(STANDARD)) {
            if (in == null) {
                throw new IllegalStateException("missing on the class path: " + STANDARD);
            }
            return of(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + STANDARD, e);
        }
    }

    /** A model from its file's bytes, whose digest is its version. */
    public static Classifier of(byte[] file) throws IOException {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(file);
            var version = "linear-" + HexFormat.of().formatHex(digest, 0, 4);
            return new Classifier(ModelFile.read(new ByteArrayInputStream(file)), version);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** By which a verdict names the model. */
    public String version() {
        return version;
    }

    /** The probabilities that a text is spam, and that it is abuse. */
    public Scores score(CharSequence text) {
        var sum = new Sum(weights);
        Features.distinct(text, model.bits(), sum);
        var script = Script.of(text);
        return new Scores(
                model.spam().probability(sum.spam, sum.features, script),
                model.abuse().probability(sum.abuse, sum.features, script));
    }

    private static short[] sideBySide(byte[] spam, byte[] abuse) {
        var both = new short[spam.length];
        for (int i = 0; i < both.length; i++) {
            both[i] = (short) (spam[i] << 8 | abuse[i] & 0xff);
        }
        return both;
    }

    /** The stretches of the original that carried an output's score, heaviest first. */
    public List<Span> explain(NormalisedText text, Output output) {
        var weights = output == Output.SPAM ? model.spam() : model.abuse();
        var carried = new double[text.length()];
        Features.each(text, model.bits(), (bucket, start, end) -> {
            int steps = LinearModel.steps(weights.buckets()[bucket]);
            if (steps == 0) {
                return;
            }
            double each = (double) steps / (end - start);
            for (int i = start; i < end; i++) {
                carried[i] += each;
            }
        });
        double heaviest = 0;
        for (double one : carried) {
            heaviest = Math.max(heaviest, one);
        }
        if (heaviest == 0) {
            return List.of();
        }
        wholeWords(text, carried, heaviest * SHOWN_PART);
        return stretches(text, carried, heaviest * SHOWN_PART);
    }

    /** A few letters within a Latin word say nothing to people: where one of its characters is shown, all are. */
    private static void wholeWords(NormalisedText text, double[] carried, double least) {
        for (int start = 0; start < carried.length; ) {
            int end = start;
            double heaviest = 0;
            while (end < carried.length && isOfLatinWord(text.charAt(end))) {
                heaviest = Math.max(heaviest, carried[end++]);
            }
            if (heaviest >= least && end - start <= LONGEST_WORD) {
                for (int i = start; i < end; i++) {
                    carried[i] = Math.max(least, carried[i]);
                }
            }
            start = end + 1;
        }
    }

    private static boolean isOfLatinWord(char c) {
        return c <= LAST_LATIN && Character.isLetterOrDigit(c);
    }

    private static List<Span> stretches(NormalisedText text, double[] carried, double least) {
        var found = new ArrayList<Stretch>();
        for (int i = 0; i < carried.length; ) {
            if (carried[i] < least || text.charAt(i) == ' ') {
                i++;
                continue;
            }
            int start = i;
            double weight = 0;
            while (i < carried.length && carried[i] >= least) {
                weight += carried[i++];
            }
            int end = text.charAt(i - 1) == ' ' ? i - 1 : i;
            if (saysSomething(text, start, end)) {
                found.add(new Stretch(text.span(start, end), weight));
            }
        }
        return found.stream()
                .sorted(Comparator.comparingDouble(Stretch::weight).reversed())
                .limit(MOST_SPANS)
                .map(Stretch::span)
                .toList();
    }

    private static boolean saysSomething(NormalisedText text, int start, int end) {
        for (int i = start; i < end; i++) {
            if (text.charAt(i) > 0x7f || Character.isLetterOrDigit(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /** Which of the two outputs. */
    public enum Output {
        SPAM,
        ABUSE
    }

    /**
     * Calibrated probabilities.
     *
     * @param spam that it is spam, 0 to 1
     * @param abuse that it is abuse, 0 to 1
     */
    public record Scores(double spam, double abuse) {}

    private record Stretch(Span span, double weight) {}

    private static final class Sum implements Features.Sink {

        private final short[] weights;
        private long spam;
        private long abuse;
        private int features;

        Sum(short[] weights) {
            this.weights = weights;
        }

        @Override
        public void feature(int bucket, int start, int end) {
            short both = weights[bucket];
            spam += LinearModel.steps((byte) (both >> 8));
            abuse += LinearModel.steps((byte) both);
            features++;
        }
    }
}
