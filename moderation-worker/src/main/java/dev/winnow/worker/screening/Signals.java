package dev.winnow.worker.screening;

import dev.winnow.events.Signal;
import dev.winnow.events.Span;
import java.util.List;
import java.util.Map;

/** Makes signals. */
public final class Signals {

    private Signals() {}

    /** A signal that speaks for spam. */
    public static Signal spam(SignalName name, double strength, Signal.Field field, List<Span> spans) {
        return spam(name, strength, field, spans, Map.of());
    }

    /** A signal that speaks for spam, with what its sentence names. */
    public static Signal spam(
            SignalName name, double strength, Signal.Field field, List<Span> spans, Map<String, String> facts) {
        return new Signal(name.word(), Signal.Category.SPAM, strength, field, spans, facts);
    }

    /** A signal about the comment as a whole. */
    public static Signal whole(SignalName name, Signal.Category category, double strength, Map<String, String> facts) {
        return new Signal(name.word(), category, strength, Signal.Field.TEXT, List.of(), facts);
    }
}
