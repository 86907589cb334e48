package dev.winnow.worker.text;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * In how many comments two Han characters stand side by side, and each by itself: what tells a word from characters
 * that only sound like one. Immutable, shared by all threads.
 */
public final class HanPairs {

    /** The pairs that come with this release. */
    static final HanPairs STANDARD = standard();

    private static final String TABLE = "/text/pairs.bin";

    /** Levels are logarithms of counts, so many to a factor of e. */
    private static final double STEPS = 8;

    /** Rarer pairs are left out. */
    private static final int FEWEST = 3;

    /** About the logarithm of all characters counted. */
    private static final double TOTAL = 15;

    /** How much less likely a pair is that was never seen than its second character is anywhere. */
    private static final double BACK_OFF = 2;

    private final int[] keys;
    private final byte[] levels;
    private final byte[] single = new byte[0x10000];
    private final int mask;

    private HanPairs(DataInputStream in) throws IOException {
        int pairs = in.readInt();
        mask = Integer.highestOneBit(Math.max(1, pairs)) * 4 - 1;
        keys = new int[mask + 1];
        levels = new byte[mask + 1];
        for (int i = in.readInt(); i > 0; i--) {
            single[in.readChar()] = in.readByte();
        }
        for (int i = 0; i < pairs; i++) {
            int key = in.readInt();
            int slot = slot(key);
            keys[slot] = key;
            levels[slot] = in.readByte();
        }
    }

    /** Whether two characters were seen side by side. */
    boolean isKnown(char first, char second) {
        return keys[slot(key(first, second))] != 0;
    }

    /** Whether a character was seen at all. */
    boolean isKnown(char c) {
        return single[c] != 0;
    }

    /** The natural logarithm of how likely a character is anywhere. */
    double logOdds(char c) {
        return single[c] / STEPS - TOTAL;
    }

    /** The natural logarithm of how likely the second character is behind the first one. */
    double logOdds(char first, char second) {
        int slot = slot(key(first, second));
        double alone = single[second] / STEPS - TOTAL;
        return keys[slot] == 0 ? alone - BACK_OFF : Math.max(alone - BACK_OFF, (levels[slot] - single[first]) / STEPS);
    }

    private int slot(int key) {
        int slot = (key * 0x9E3779B9) >>> 7 & mask;
        while (keys[slot] != 0 && keys[slot] != key) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private static int key(char first, char second) {
        return first << 16 | second;
    }

    private static HanPairs standard() {
        try (var in = HanPairs.class.getResourceAsStream(TABLE)) {
            if (in == null) {
                throw new IllegalStateException("missing on the class path: " + TABLE);
            }
            return new HanPairs(new DataInputStream(new BufferedInputStream(in)));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + TABLE, e);
        }
    }

    /** Counts pairs over comments and writes the table. */
    public static final class Count {

        private final Map<Integer, Integer> pairs = new HashMap<>();
        private final Map<Integer, Integer> singles = new HashMap<>();

        /** Counts what stands in a comment; what stands there twice counts once. */
        public void add(String comment) {
            var text = NormalisedText.plain(comment).toString();
            text.chars()
                    .filter(c -> Characters.isHan((char) c))
                    .distinct()
                    .forEach(c -> singles.merge(c, 1, Integer::sum));
            IntStream.range(0, text.length() - 1)
                    .filter(i -> Characters.isHan(text.charAt(i)) && Characters.isHan(text.charAt(i + 1)))
                    .map(i -> key(text.charAt(i), text.charAt(i + 1)))
                    .distinct()
                    .forEach(key -> pairs.merge(key, 1, Integer::sum));
        }

        /** Writes the pairs that are not too rare, and returns how many. */
        public int write(OutputStream to) throws IOException {
            var kept = pairs.entrySet().stream()
                    .filter(e -> e.getValue() >= FEWEST)
                    .sorted(Map.Entry.comparingByKey())
                    .toList();
            var out = new DataOutputStream(to);
            out.writeInt(kept.size());
            out.writeInt(singles.size());
            for (var e : singles.entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .toList()) {
                out.writeChar(e.getKey());
                out.writeByte(level(e.getValue()));
            }
            for (var e : kept) {
                out.writeInt(e.getKey());
                out.writeByte(level(e.getValue()));
            }
            out.flush();
            return kept.size();
        }

        private static int level(int count) {
            return (int) Math.round(Math.log(count) * STEPS) + 1;
        }
    }
}
