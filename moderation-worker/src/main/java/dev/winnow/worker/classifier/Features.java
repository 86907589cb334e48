package dev.winnow.worker.classifier;

import dev.winnow.worker.text.Characters;
import dev.winnow.worker.text.Syllables;

/**
 * What the model sees of a normalised text: every run of one to four characters (of three or four where they are
 * ASCII), for Han characters every two and three syllables, for the Latin alphabet every word and pair of words, hashed
 * into buckets. Digits are all alike, and long
 * numbers are no longer than four. Nothing is allocated for a
 * feature.
 */
public final class Features {

    /** The longest run of characters. */
    static final int LONGEST = 4;

    private static final int WORD_SEED = 0x5bd1e995;
    private static final int PAIR_SEED = 0x1b873593;
    private static final int SYLLABLE_SEED = 0x27d4eb2f;
    private static final int PRIME = 0x01000193;

    private Features() {}

    /**
     * Tells of every feature of a text once, where it occurs first: what is said ten times is no ten reasons. One table
     * is allocated for the text.
     */
    public static void distinct(CharSequence text, int bits, Sink sink) {
        long most = Math.min((LONGEST + 2L) * text.length() + 1, 1L << bits);
        var seen = new int[Integer.highestOneBit((int) most) * 4];
        int mask = seen.length - 1;
        each(text, bits, (bucket, start, end) -> {
            int slot = bucket * 0x9E3779B9 >>> 7 & mask;
            while (seen[slot] != 0 && seen[slot] != bucket + 1) {
                slot = slot + 1 & mask;
            }
            if (seen[slot] == 0) {
                seen[slot] = bucket + 1;
                sink.feature(bucket, start, end);
            }
        });
    }

    /** Tells of every occurrence of every feature of a text, in order. */
    public static void each(CharSequence text, int bits, Sink sink) {
        int mask = (1 << bits) - 1;
        int length = text.length();
        int digits = 0;
        for (int start = 0; start < length; start++) {
            digits = Characters.isDigit(text.charAt(start)) ? digits + 1 : 0;
            if (digits <= LONGEST) {
                runs(text, start, Math.min(length, start + LONGEST), mask, sink);
            }
        }
        syllables(text, mask, sink);
        words(text, mask, sink);
    }

    /** Pairs and triples of syllables: a word of the same sound is the same. */
    private static void syllables(CharSequence text, int mask, Sink sink) {
        int before = 0;
        int last = 0;
        for (int i = 0; i < text.length(); i++) {
            int now = Syllables.of(text.charAt(i));
            if (now > 0 && last > 0) {
                int pair = (SYLLABLE_SEED ^ last) * PRIME ^ now;
                sink.feature(mixed(pair) & mask, i - 1, i + 1);
                if (before > 0) {
                    sink.feature(mixed((pair * PRIME ^ before) * PRIME) & mask, i - 2, i + 1);
                }
            }
            before = last;
            last = now;
        }
    }

    /** The runs that begin at a place. One or two ASCII characters say nothing, and would drown what does. */
    private static void runs(CharSequence text, int start, int end, int mask, Sink sink) {
        int hash = 0x811c9dc5;
        boolean says = false;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            says |= c >= 0x80 || i - start == 2;
            hash = (hash ^ alike(c)) * PRIME;
            if (says) {
                sink.feature(mixed(hash) & mask, start, i + 1);
            }
        }
    }

    private static void words(CharSequence text, int mask, Sink sink) {
        int length = text.length();
        int previous = 0;
        int previousStart = -1;
        for (int i = 0; i < length; ) {
            if (!Characters.isLatin(text.charAt(i))) {
                if (Characters.isHan(text.charAt(i))) {
                    previousStart = -1;
                }
                i++;
                continue;
            }
            int start = i;
            int hash = WORD_SEED;
            while (i < length && Characters.isLatin(text.charAt(i))) {
                hash = (hash ^ text.charAt(i++)) * PRIME;
            }
            sink.feature(mixed(hash) & mask, start, i);
            if (previousStart >= 0) {
                sink.feature(mixed(previous * PRIME ^ hash ^ PAIR_SEED) & mask, previousStart, i);
            }
            previous = hash;
            previousStart = start;
        }
    }

    private static char alike(char c) {
        return Characters.isDigit(c) ? '0' : c;
    }

    private static int mixed(int hash) {
        int h = hash;
        h = (h ^ h >>> 16) * 0x85ebca6b;
        h = (h ^ h >>> 13) * 0xc2b2ae35;
        return h ^ h >>> 16;
    }

    /** What is told of a feature. */
    @FunctionalInterface
    public interface Sink {
        void feature(int bucket, int start, int end);
    }
}
