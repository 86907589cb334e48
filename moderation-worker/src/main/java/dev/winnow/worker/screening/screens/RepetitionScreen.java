package dev.winnow.worker.screening.screens;

import dev.winnow.events.Signal;
import dev.winnow.worker.screening.Screen;
import dev.winnow.worker.screening.SignalName;
import dev.winnow.worker.screening.Signals;
import dev.winnow.worker.screening.Subject;
import dev.winnow.worker.screening.TextHash;
import dev.winnow.worker.text.NormalisedText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The same again: one passage over and over within a comment, or what its author posted before. */
public final class RepetitionScreen implements Screen {

    private static final int PASSAGE = 8;

    /** Passages are hashed as a polynomial that moves on a character at a time (Rabin and Karp, 1987). */
    private static final int FACTOR = 31;

    /** What the first character of a passage is multiplied with: the factor's seventh power. */
    private static final int HIGHEST_FACTOR = FACTOR * FACTOR * FACTOR * FACTOR * FACTOR * FACTOR * FACTOR;

    /** Shorter texts repeat themselves by nature. */
    private static final int SHORTEST = 48;

    /** As much of a text as is looked at. */
    private static final int LONGEST = 4_096;

    /** Thanks and agreement may be said as often as one likes. */
    private static final int SHORTEST_COMMENT = 10;

    @Override
    public String name() {
        return "repetition";
    }

    @Override
    public List<Signal> look(Subject subject) {
        var signals = new ArrayList<Signal>(0);
        var text = subject.text().plain();
        if (text.length() >= SHORTEST) {
            double repeated = repeatedShare(text);
            if (repeated > 0.5) {
                double strength = 0.2 + 0.6 * (repeated - 0.5);
                var facts = Map.of("percent", Long.toString(Math.round(100 * repeated)));
                signals.add(Signals.spam(SignalName.REPEATED_PASSAGE, strength, Signal.Field.TEXT, List.of(), facts));
            }
        }
        long times = timesBefore(subject);
        if (times > 0 && text.length() >= SHORTEST_COMMENT) {
            double strength = times >= 3 ? 0.8 : times == 2 ? 0.55 : 0.3;
            var facts = Map.of("count", Long.toString(times));
            signals.add(Signals.whole(SignalName.REPEATED_COMMENT, Signal.Category.SPAM, strength, facts));
        }
        return signals;
    }

    private static long timesBefore(Subject subject) {
        var latest = subject.context().history().latest();
        if (latest.isEmpty()) {
            return 0;
        }
        long hash = TextHash.of(subject.comment().text());
        return latest.stream()
                .filter(o ->
                        o.textHash() == hash && !o.id().equals(subject.comment().id()))
                .count();
    }

    /** Of all passages of eight characters, the part that stood before already. */
    private static double repeatedShare(NormalisedText text) {
        int count = Math.min(text.length(), LONGEST) - PASSAGE + 1;
        var seen = new int[Integer.highestOneBit(count) * 4];
        int repeated = 0;
        int hash = 0;
        for (int i = 0; i < PASSAGE - 1; i++) {
            hash = hash * FACTOR + text.charAt(i);
        }
        for (int i = 0; i < count; i++) {
            hash = hash * FACTOR + text.charAt(i + PASSAGE - 1);
            repeated += stoodBefore(hash == 0 ? 1 : hash, seen) ? 1 : 0;
            hash -= text.charAt(i) * HIGHEST_FACTOR;
        }
        return (double) repeated / count;
    }

    /** Looks a hash, which is not 0, up in an open table, and puts it there. */
    private static boolean stoodBefore(int hash, int[] seen) {
        int slot = hash * 0x9E3779B9 >>> 7 & seen.length - 1;
        while (seen[slot] != 0) {
            if (seen[slot] == hash) {
                return true;
            }
            slot = slot + 1 & seen.length - 1;
        }
        seen[slot] = hash;
        return false;
    }
}
