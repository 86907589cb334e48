package dev.winnow.worker.commandline;

import dev.winnow.events.Comment;
import dev.winnow.events.EventJson;
import dev.winnow.events.Signal;
import dev.winnow.events.Span;
import dev.winnow.events.Verdict;
import dev.winnow.worker.screening.SignalSentences;
import dev.winnow.worker.tsv.Tsv;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How a verdict is written: a row of a table, or a JSON object with everything that led to it.
 *
 * @param sentences the language of the sentences of the JSON form; null for the table
 */
record OutputForm(@Nullable Locale sentences) {

    static final OutputForm TABLE = new OutputForm(null);

    static OutputForm explained(Locale sentences) {
        return new OutputForm(sentences);
    }

    void writeHeader(Writer out) throws IOException {
        if (sentences == null) {
            out.write("id\tscore_spam\tscore_abuse\tverdict\treasons\n");
        }
    }

    String line(Comment comment, Verdict verdict) {
        return sentences == null ? row(comment, verdict) : json(comment, verdict, sentences);
    }

    private static String row(Comment comment, Verdict verdict) {
        var reasons = verdict.signals().stream()
                .map(signal -> reason(signal) + " " + number(signal.strength()))
                .collect(Collectors.joining("; "));
        return String.join(
                "\t",
                comment.id(),
                number(verdict.spam()),
                number(verdict.abuse()),
                verdict.outcome().word(),
                Tsv.escaped(reasons));
    }

    private static String reason(Signal signal) {
        var entry = signal.facts().get("entry");
        return entry == null ? signal.name() : signal.name() + " " + entry;
    }

    /** Four places, without the machinery of a formatter. */
    private static String number(double probability) {
        long tenThousandths = Math.round(probability * 10_000);
        var digits = Long.toString(10_000 + tenThousandths % 10_000).substring(1);
        return tenThousandths / 10_000 + "." + digits;
    }

    private static String json(Comment comment, Verdict verdict, Locale locale) {
        var signals = verdict.signals().stream()
                .map(s -> new Explained(
                        s.name(),
                        s.category(),
                        s.strength(),
                        s.field(),
                        s.spans(),
                        texts(comment, s),
                        SignalSentences.of(s, locale)))
                .toList();
        return EventJson.MAPPER.writeValueAsString(
                new Line(comment.id(), verdict.spam(), verdict.abuse(), verdict.outcome(), verdict.model(), signals));
    }

    private static List<String> texts(Comment comment, Signal signal) {
        var field =
                switch (signal.field()) {
                    case TEXT -> comment.text();
                    case AUTHOR_NAME -> comment.author().name();
                    case AUTHOR_EMAIL -> comment.author().email();
                    case URL -> comment.url();
                };
        return field == null
                ? List.of()
                : signal.spans().stream()
                        .map(span -> field.substring(span.from(), span.to()))
                        .toList();
    }

    private record Line(
            String id, double spam, double abuse, Verdict.Outcome verdict, String model, List<Explained> signals) {}

    private record Explained(
            String name,
            Signal.Category category,
            double strength,
            Signal.Field field,
            List<Span> spans,
            List<String> texts,
            String why) {}
}
