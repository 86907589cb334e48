package dev.winnow.worker.text;

import dev.winnow.worker.text.NormalisedText.Buffer;

/** Shortens what is drawn out: sooooo, !!!!!!, 哈哈哈哈. */
final class Stretches {

    private Stretches() {}

    /**
     * The text in which a character that stands three or more times in a row stands {@code kept} times; the same one
     * where there is none. The last one kept takes in the stretch of those that went.
     */
    static Buffer limited(Buffer in, int kept) {
        for (int i = 2; i < in.length; i++) {
            char c = in.chars[i];
            if (c == in.chars[i - 2] && (c == in.chars[i - 1] || Character.isSurrogate(c))) {
                return copied(in, kept);
            }
        }
        return in;
    }

    private static Buffer copied(Buffer in, int kept) {
        var out = new Buffer(in.length);
        for (int i = 0; i < in.length; ) {
            int size = unit(in, i);
            int end = i + size;
            while (sameUnit(in, i, end, size)) {
                end += size;
            }
            int times = (end - i) / size;
            int copies = times < 3 || isMeant(in, i, end) ? times : kept;
            for (int k = 0; k < copies * size; k++) {
                out.copy(in, i + k);
            }
            for (int k = 1; k <= size; k++) {
                out.to[out.length - k] = in.to[end - 1];
            }
            i = end;
        }
        return out;
    }

    /** How many letters and Han characters stand three or more times in a row. */
    static int count(Buffer in) {
        int count = 0;
        for (int i = 2; i < in.length; i++) {
            char c = in.chars[i];
            boolean third = c == in.chars[i - 1] && c == in.chars[i - 2] && (i == 2 || c != in.chars[i - 3]);
            count += third && (Characters.isLatin(c) || Characters.isHan(c)) ? 1 : 0;
        }
        return count;
    }

    private static int unit(Buffer in, int i) {
        return i + 1 < in.length && Character.isSurrogatePair(in.chars[i], in.chars[i + 1]) ? 2 : 1;
    }

    private static boolean sameUnit(Buffer in, int i, int other, int size) {
        if (other + size > in.length || in.chars[i] != in.chars[other]) {
            return false;
        }
        return size == 1 ? unit(in, other) == 1 : in.chars[i + 1] == in.chars[other + 1];
    }

    /** 1000 is not 100, and www is how addresses begin. */
    private static boolean isMeant(Buffer in, int start, int end) {
        boolean isAddress = in.chars[start] == 'w' && end - start == 3 && end < in.length && in.chars[end] == '.';
        return isAddress || Characters.isDigit(in.chars[start]);
    }
}
