package dev.winnow.worker.screening;

import dev.winnow.events.Policy;
import dev.winnow.events.Signal;
import dev.winnow.events.Verdict;
import java.util.List;

/**
 * Combines signals into two probabilities and these into an outcome.
 *
 * <p>A signal's strength is the probability of spam (or abuse) that it gives by itself, and signals are taken as
 * independent reasons (noisy-or): the comment is harmless only if none of them is right, p = 1 - (1 - s1)(1 - s2)...
 * So weak ones add up slowly and a strong one needs no second. Only the terms of our lists are no independent reasons:
 * one insult may stand there twice, and who quotes it to condemn it writes all of its words. Together they count at
 * most {@value #LISTS}, as the model does, so that by the built-in thresholds neither refuses a comment alone. A trusted author's probabilities are lowered by a
 * small part, unless they are high enough to refuse.
 */
final class Combination {

    /** Nothing is certain. */
    private static final double HIGHEST = 0.999;

    private static final double LISTS = 0.9;

    private Combination() {}

    /** The probability that a comment is spam, or abuse. */
    static double probability(List<Signal> signals, Signal.Category category, Policy.Thresholds thresholds) {
        double harmless = 1;
        double listed = 1;
        double trust = 0;
        for (var signal : signals) {
            if (signal.category() == category && signal.name().equals(SignalName.LISTED_TERM.word())) {
                listed *= 1 - signal.strength();
            } else if (signal.category() == category) {
                harmless *= 1 - signal.strength();
            } else if (signal.category() == Signal.Category.TRUST) {
                trust = Math.max(trust, signal.strength());
            }
        }
        double probability = 1 - harmless * Math.max(listed, 1 - LISTS);
        if (probability < thresholds.reject()) {
            probability *= 1 - trust;
        }
        return Math.min(probability, HIGHEST);
    }

    /** What follows from the probabilities, and from signals that call for a person whatever they are. */
    static Verdict.Outcome outcome(double spam, double abuse, List<Signal> signals, Policy policy) {
        if (spam >= policy.spam().reject() || abuse >= policy.abuse().reject()) {
            return Verdict.Outcome.REJECT;
        }
        if (needsAttention(signals)
                || spam >= policy.spam().flag()
                || abuse >= policy.abuse().flag()) {
            return Verdict.Outcome.FLAG;
        }
        return Verdict.Outcome.APPROVE;
    }

    private static boolean needsAttention(List<Signal> signals) {
        for (var signal : signals) {
            if (signal.category() == Signal.Category.ATTENTION) {
                return true;
            }
        }
        return false;
    }
}
