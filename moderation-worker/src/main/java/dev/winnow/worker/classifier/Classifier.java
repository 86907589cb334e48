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

    /** Whole numbers of small parts, as what is added has to be taken away again exactly. */
    private static final int PARTS_OF_A_STEP = 1 << 16;

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
        var features = Features.distinct(text, model.bits());
        long spam = 0;
        long abuse = 0;
        for (int bucket : features) {
            spam += steps(bucket, Output.SPAM);
            abuse += steps(bucket, Output.ABUSE);
        }
        var script = Script.of(text);
        return new Scores(
                model.spam().probability(spam, features.length, script),
                model.abuse().probability(abuse, features.length, script));
    }

    private int steps(int bucket, Output output) {
        short both = weights[bucket];
        return LinearModel.steps((byte) (output == Output.SPAM ? both >> 8 : both));
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
        var carried = carried(text, output);
        long heaviest = 0;
        for (long one : carried) {
            heaviest = Math.max(heaviest, one);
        }
        if (heaviest == 0) {
            return List.of();
        }
        long least = (long) Math.ceil(heaviest * SHOWN_PART);
        wholeWords(text, carried, least);
        return stretches(text, carried, least);
    }

    /** What each character carried, in parts of a step: each of a feature's characters an equal part of its weight. */
    private long[] carried(NormalisedText text, Output output) {
        // By how much each carries more than the one before it: so a feature costs the same however long it is.
        var more = new long[text.length() + 1];
        Features.each(text, model.bits(), (bucket, start, end) -> {
            int steps = steps(bucket, output);
            if (steps != 0) {
                long each = (long) ((double) steps / (end - start) * PARTS_OF_A_STEP);
                more[start] += each;
                more[end] -= each;
            }
        });
        var carried = new long[text.length()];
        long sum = 0;
        for (int i = 0; i < carried.length; i++) {
            sum += more[i];
            carried[i] = sum;
        }
        return carried;
    }

    /** A few letters within a Latin word say nothing to people: where one of its characters is shown, all are. */
    private static void wholeWords(NormalisedText text, long[] carried, long least) {
        for (int start = 0; start < carried.length; ) {
            int end = start;
            long heaviest = 0;
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

    private static List<Span> stretches(NormalisedText text, long[] carried, long least) {
        var found = new ArrayList<Stretch>();
        for (int i = 0; i < carried.length; ) {
            if (carried[i] < least || text.charAt(i) == ' ') {
                i++;
                continue;
            }
            int start = i;
            long weight = 0;
            while (i < carried.length && carried[i] >= least) {
                weight += carried[i++];
            }
            int end = text.charAt(i - 1) == ' ' ? i - 1 : i;
            if (saysSomething(text, start, end)) {
                found.add(new Stretch(text.span(start, end), weight));
            }
        }
        return found.stream()
                .sorted(Comparator.comparingLong(Stretch::weight).reversed())
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

    private record Stretch(Span span, long weight) {}
}
