package dev.winnow.worker.screening.lists;

import dev.winnow.events.Signal;
import java.util.List;

/**
 * An entry of a list.
 *
 * @param id by which a policy switches it off and a signal names it
 * @param term what to look for, as written in the list
 * @param category spam or abuse
 * @param kind what sort of spam or abuse, such as {@code gambling}
 * @param severity the strength of the signal, 0 to 1
 * @param wholeWord whether it counts only between word borders (of the Latin alphabet)
 * @param exceptions longer phrases in which the term is harmless
 */
public record Term(
        String id,
        String term,
        Signal.Category category,
        String kind,
        double severity,
        boolean wholeWord,
        List<String> exceptions) {

    public Term {
        exceptions = List.copyOf(exceptions);
    }
}
