package dev.winnow.worker.screening.lists;

import dev.winnow.events.Span;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/** Places of a text, to ask of others whether they lie within one. Immutable. */
final class Places {

    /** By where a place begins, the furthest end of those that begin there or earlier. */
    private final TreeMap<Integer, Integer> furthest = new TreeMap<>();

    Places(Collection<Span> spans) {
        for (var span : spans) {
            furthest.merge(span.from(), span.to(), Math::max);
        }
        int furthestYet = 0;
        for (Map.Entry<Integer, Integer> end : furthest.entrySet()) {
            furthestYet = Math.max(furthestYet, end.getValue());
            end.setValue(furthestYet);
        }
    }

    /** Whether one of the places covers a span wholly. */
    boolean cover(Span span) {
        var end = furthest.floorEntry(span.from());
        return end != null && end.getValue() >= span.to();
    }
}
