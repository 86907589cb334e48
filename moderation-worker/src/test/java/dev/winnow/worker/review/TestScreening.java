package dev.winnow.worker.review;

import dev.winnow.events.Signal;
import dev.winnow.events.Span;
import dev.winnow.events.Verdict;
import dev.winnow.worker.topology.ScreeningFunction;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** Flags what contains 微信 or abc123, with overlapping spans, and approves all else, whatever real screening would say. */
class TestScreening { // no @Configuration: it would be found by every other test's scan too

    @Bean
    @Primary
    ScreeningFunction byWords() {
        return (comment, policy, context) -> {
            var text = comment.text();
            var signals = Stream.of(
                            signal("contact-detail", Signal.Category.SPAM, 0.9, text, "微信 abc123"),
                            signal("listed-term", Signal.Category.ABUSE, 0.6, text, "abc123"))
                    .filter(signal -> !signal.spans().isEmpty())
                    .toList();
            return signals.isEmpty()
                    ? new Verdict(Verdict.Outcome.APPROVE, 0.01, 0.02, List.of(), policy.version(), "test")
                    : new Verdict(Verdict.Outcome.FLAG, 0.8, 0.1, signals, policy.version(), "test");
        };
    }

    private static Signal signal(String name, Signal.Category category, double strength, String text, String term) {
        var at = text.indexOf(term);
        var spans = at < 0 ? List.<Span>of() : List.of(new Span(at, at + term.length()));
        return new Signal(
                name,
                category,
                strength,
                Signal.Field.TEXT,
                spans,
                Map.of("entry", "e1", "term", term, "kind", "insult", "account", "abc123", "channel", "wechat"));
    }
}
