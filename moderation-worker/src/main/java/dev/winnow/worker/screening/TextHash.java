package dev.winnow.worker.screening;

/** A hash by which the same text is known again. */
public final class TextHash {

    private TextHash() {}

    /** The hash of a text's normalised form. */
    public static long of(String text) {
        return text.strip().hashCode();
    }
}
