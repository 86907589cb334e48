package dev.winnow.worker.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.events.Signal;
import dev.winnow.events.Verdict;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class WorkerMetricsTest {

    private static final Path CODE = Path.of("src/main/java/dev/winnow/worker/metrics/WorkerMetrics.java");
    private static final Path PAGE = Path.of("../docs/reference/moderation-worker.md");

    @Test
    void theTableBesideTheCodeNamesEveryMetric() throws IOException {
        assertThat(names(Files.readString(CODE), "<td>\\{@code (winnow\\.worker\\.[a-z.]+)}</td>"))
                .isEqualTo(new TreeSet<>(WorkerMetrics.NAMES));
    }

    @Test
    void theReferencePageNamesEveryMetric() throws IOException {
        assertThat(names(Files.readString(PAGE), "(?m)^\\| `(winnow\\.worker\\.[a-z.]+)` \\|"))
                .containsAll(WorkerMetrics.NAMES);
    }

    @Test
    void namesOfSignalsAreBounded() {
        var registry = new SimpleMeterRegistry();
        var metrics = new WorkerMetrics(registry);
        for (int i = 0; i < 100; i++) {
            var signal = new Signal("s" + i, Signal.Category.SPAM, 1, Signal.Field.TEXT, List.of(), Map.of());
            metrics.screened(new Verdict(Verdict.Outcome.FLAG, 1, 0, List.of(signal), 0, "m"), Duration.ofMillis(1));
        }

        assertThat(registry.find(WorkerMetrics.SIGNALS).counters()).hasSize(65);
        assertThat(registry.get(WorkerMetrics.SIGNALS)
                        .tag("signal", "other")
                        .counter()
                        .count())
                .isEqualTo(36);
    }

    private static TreeSet<String> names(String text, String pattern) {
        var names = new TreeSet<String>();
        Pattern.compile(pattern)
                .matcher(text.replaceAll("\\s*\\n \\* +", " "))
                .results()
                .forEach(r -> names.add(r.group(1)));
        return names;
    }
}
