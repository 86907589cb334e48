package dev.winnow.worker.review;

import dev.winnow.worker.text.Characters;
import dev.winnow.worker.text.NormalisedText;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * By which near-copies of a text find each other (MinHash, Broder 1997): texts share a key the more surely the more
 * pieces they share, at 0.8 of them all but certainly, at 0.05 once in a thousand; whoever shares one is compared in full.
 * Pieces are taken from the compact form, so that disguises and spaces make no other text.
 */
final class NearCopies {

    /** From which share of common pieces on two texts are near-copies. */
    private static final double NEAR = 0.6;

    private static final int KEYS = 8;
    private static final int HASHES_OF_KEY = 3;
    private static final int LOOKED_AT = 2_000;
    private static final int HAN_PIECE = 2;
    private static final int LETTERS_PIECE = 4;

    private NearCopies() {}

    /** The keys of a text. */
    static List<Long> keys(String text) {
        var least = new long[KEYS * HASHES_OF_KEY];
        Arrays.fill(least, Long.MAX_VALUE);
        for (var piece : pieces(text)) {
            for (int i = 0; i < least.length; i++) {
                least[i] = Math.min(least[i], mixed(piece + i * 0x9e3779b97f4a7c15L));
            }
        }
        return IntStream.range(0, KEYS)
                .mapToObj(key -> IntStream.range(0, HASHES_OF_KEY)
                        .mapToLong(i -> least[key * HASHES_OF_KEY + i])
                        .reduce(key, (a, b) -> mixed(a * 31 + b)))
                .toList();
    }

    /** Whether two texts are near-copies. */
    static boolean areNear(String one, String other) {
        var pieces = pieces(one);
        var common = new HashSet<>(pieces(other));
        var all = new HashSet<>(pieces);
        all.addAll(common);
        common.retainAll(pieces);
        return common.size() >= NEAR * all.size();
    }

    /** Two characters where a Han character begins, else four. */
    private static Set<Long> pieces(String text) {
        var cut = text.length() <= LOOKED_AT ? text : text.substring(0, LOOKED_AT);
        var compact = NormalisedText.compact(cut);
        var pieces = new HashSet<Long>();
        for (int i = 0; i == 0 || i < compact.length(); i++) {
            var length = i < compact.length() && Characters.isHan(compact.charAt(i)) ? HAN_PIECE : LETTERS_PIECE;
            if (i > 0 && i + length > compact.length()) {
                continue;
            }
            long hash = 0;
            for (int j = i; j < Math.min(i + length, compact.length()); j++) {
                hash = hash * 65_599 + compact.charAt(j);
            }
            pieces.add(hash);
        }
        return pieces;
    }

    private static long mixed(long value) {
        long hash = (value ^ value >>> 30) * 0xbf58476d1ce4e5b9L;
        hash = (hash ^ hash >>> 27) * 0x94d049bb133111ebL;
        return hash ^ hash >>> 31;
    }
}
