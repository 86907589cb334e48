package dev.winnow.worker.text;

import dev.winnow.worker.text.NormalisedText.Buffer;

/**
 * What is kept of a text, stretch by stretch from its beginning. Most texts are kept whole: then nothing is copied, and
 * the excerpt is the text itself.
 */
final class Excerpt {

    private final Buffer in;
    private final Buffer out = new Buffer(0);

    /** The stretch that is kept and not yet copied. */
    private int start;

    private int end;

    Excerpt(Buffer in) {
        this.in = in;
    }

    /** Keeps a stretch, which lies behind all that was kept before. */
    void keep(int from, int to) {
        if (from != end) {
            copy();
            start = from;
        }
        end = to;
    }

    /** Puts a character in place of a stretch of the original. */
    void add(char c, int from, int to) {
        copy();
        start = end;
        out.add(c, from, to);
    }

    /** What was kept. */
    Buffer text() {
        if (out.length == 0 && start == 0 && end == in.length) {
            return in;
        }
        copy();
        start = end;
        return out;
    }

    private void copy() {
        out.copy(in, start, end);
    }
}
