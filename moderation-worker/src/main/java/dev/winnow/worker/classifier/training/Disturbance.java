package dev.winnow.worker.classifier.training;

import dev.winnow.worker.text.Syllables;
import java.util.Random;

/** Disturbs a text as people do who hide words: letters left out, doubled, swapped, set apart. */
final class Disturbance {

    private static final String SEPARATORS = " .*-_~/|";
    private static final double OFTEN = 0.12;
    private static final double HOMOPHONES = 0.3;

    private Disturbance() {}

    /** The same with some Han characters as others of the same sound. */
    static String withHomophones(String text, Random random) {
        var disturbed = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            var alike = Syllables.alike(c);
            boolean other = !alike.isEmpty() && random.nextDouble() < HOMOPHONES;
            disturbed.append(other ? alike.charAt(random.nextInt(alike.length())) : c);
        }
        return disturbed.toString();
    }

    static String of(String text, Random random) {
        var disturbed = new StringBuilder(text.length() + 16);
        var codePoints = text.codePoints().toArray();
        for (int i = 0; i < codePoints.length; i++) {
            if (random.nextDouble() >= OFTEN) {
                disturbed.appendCodePoint(codePoints[i]);
                continue;
            }
            switch (random.nextInt(4)) {
                case 0 -> disturbed.appendCodePoint(codePoints[i]).appendCodePoint(codePoints[i]);
                case 1 -> {
                    disturbed.append(SEPARATORS.charAt(random.nextInt(SEPARATORS.length())));
                    disturbed.appendCodePoint(codePoints[i]);
                }
                case 2 -> {
                    if (i + 1 < codePoints.length) {
                        disturbed.appendCodePoint(codePoints[i + 1]);
                    }
                    disturbed.appendCodePoint(codePoints[i++]);
                }
                default -> {}
            }
        }
        return disturbed.toString();
    }
}
