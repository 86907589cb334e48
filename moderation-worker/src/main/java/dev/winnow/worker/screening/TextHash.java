package dev.winnow.worker.screening;

import dev.winnow.worker.text.Characters;
import dev.winnow.worker.text.NormalisedText;

/** A hash by which the same text is known again, whatever its case, spaces, punctuation and disguises. */
public final class TextHash {

    private TextHash() {}

    /** The hash of a text's normalised form. */
    public static long of(String text) {
        return of(NormalisedText.compact(text));
    }

    /** The hash of a compact form, of its letters and digits only; of all of it where it has none. */
    static long of(NormalisedText compact) {
        long lettersOnly = hash(compact, true);
        return lettersOnly == hash("", true) ? hash(compact, false) : lettersOnly;
    }

    private static long hash(CharSequence text, boolean lettersOnly) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!lettersOnly || !Characters.isSeparator(c)) {
                hash = (hash ^ c) * 0x100000001b3L;
            }
        }
        hash = (hash ^ hash >>> 32) * 0xd6e8feb86659fd93L;
        return hash ^ hash >>> 32;
    }
}
