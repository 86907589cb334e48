package dev.winnow.worker.classifier;

import dev.winnow.worker.text.Characters;
import dev.winnow.worker.text.Syllables;
import java.util.Arrays;

/**
 * What the model sees of a normalised text: every run of one to four characters (of three or four where they are
 * ASCII), for Han characters every two and three syllables, for the Latin alphabet every word and pair of words, hashed
 * into buckets. Digits are all alike, and long numbers are no longer than four. Nothing is allocated for a feature.
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
     * The buckets of a text's features, each once, as they occur first: what is said ten times is no ten reasons. They
     * come all at once so that whoever looks their weights up, far apart in memory, need not wait for one before the next.
     */
    public static int[] distinct(CharSequence text, int bits) {
        var buckets = new Buckets((int) Math.min((LONGEST + 2L) * text.length(), 1L << bits));
        each(text, bits, buckets);
        return buckets.distinct();
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

    /** Collects buckets, each once, with a hash table of those it has. */
    private static final class Buckets implements Sink {

        private final int[] seen;
        private int[] kept;
        private int count;

        Buckets(int most) {
            seen = new int[2 * Math.max(1, Integer.highestOneBit(most))];
            kept = new int[most / 2];
        }

        @Override
        public void feature(int bucket, int start, int end) {
            int mask = seen.length - 1;
            int slot = bucket * 0x9E3779B9 >>> 7 & mask;
            while (seen[slot] != 0) {
                if (seen[slot] == bucket + 1) {
                    return;
                }
                slot = slot + 1 & mask;
            }
            seen[slot] = bucket + 1;
            if (count == kept.length) {
                kept = Arrays.copyOf(kept, Math.max(LONGEST, 2 * count));
            }
            kept[count++] = bucket;
        }

        int[] distinct() {
            return Arrays.copyOf(kept, count);
        }
    }

    /** What is told of a feature. */
    @FunctionalInterface
    public interface Sink {
        void feature(int bucket, int start, int end);
    }
}
