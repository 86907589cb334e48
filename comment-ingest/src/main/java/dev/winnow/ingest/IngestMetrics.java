package dev.winnow.ingest;

import dev.winnow.ingest.problems.ProblemKind;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * What this service counts. Every label has a fixed set of values.
 *
 * <table>
 * <caption>Metrics of comment-ingest</caption>
 * <tr><th>name</th><th>unit</th><th>labels</th><th>what a rise means</th><th>what to do</th></tr>
 * <tr><td>winnow.ingest.accepted</td><td>commands</td><td>kind: submitted, edited, withdrawn, reported, appealed, imported</td>
 *     <td>readers are busy, or somebody floods</td><td>compare with refused and the limits</td></tr>
 * <tr><td>winnow.ingest.refused</td><td>requests</td><td>reason: a kind of problem</td>
 *     <td>rate-limited: a flood, or limits too tight; invalid: a front end has a fault; unavailable: Kafka is away or
 *     too much is in flight; internal: a fault of ours</td><td>internal and unavailable are for alerts</td></tr>
 * <tr><td>winnow.ingest.acknowledgement</td><td>seconds</td><td>outcome: held, not-held</td>
 *     <td>Kafka takes longer to confirm, or does not</td><td>look at the brokers' disks and replicas</td></tr>
 * <tr><td>winnow.ingest.requests.in.flight</td><td>requests</td><td></td>
 *     <td>work piles up behind Kafka or slow senders</td><td>near winnow.ingest.requests.max-in-flight, add instances</td></tr>
 * <tr><td>winnow.ingest.kafka.available</td><td>1 or 0</td><td></td>
 *     <td>0: Kafka takes nothing and submitting answers 503</td><td>bring Kafka back; the service recovers by itself</td></tr>
 * <tr><td>winnow.ingest.imports.running</td><td>imports</td><td></td>
 *     <td>sites bring comments</td><td>at winnow.ingest.imports.at-once further ones get 503</td></tr>
 * <tr><td>winnow.ingest.imports.lines</td><td>lines</td><td>outcome: taken, refused, not-held</td>
 *     <td>refused: the export does not fit; not-held: Kafka went away meanwhile</td><td>the answer named the lines; repeat the import</td></tr>
 * <tr><td>winnow.ingest.clients.remembered</td><td>clients</td><td></td>
 *     <td>many addresses ask</td><td>at winnow.ingest.limits.clients-remembered the least recent are forgotten</td></tr>
 * </table>
 */
@Component
public class IngestMetrics {

    public static final String ACCEPTED = "winnow.ingest.accepted";
    public static final String REFUSED = "winnow.ingest.refused";
    public static final String ACKNOWLEDGEMENT = "winnow.ingest.acknowledgement";
    public static final String IN_FLIGHT = "winnow.ingest.requests.in.flight";
    public static final String KAFKA_AVAILABLE = "winnow.ingest.kafka.available";
    public static final String IMPORTS_RUNNING = "winnow.ingest.imports.running";
    public static final String IMPORT_LINES = "winnow.ingest.imports.lines";
    public static final String CLIENTS_REMEMBERED = "winnow.ingest.clients.remembered";

    private final MeterRegistry registry;
    private final Map<Accepted, Counter> accepted;
    private final Map<ProblemKind, Counter> refused;
    private final Map<Line, Counter> lines;
    private final Timer held;
    private final Timer notHeld;

    public IngestMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.accepted = counters(Accepted.class, Accepted.values(), ACCEPTED, "kind", kind -> word(kind));
        this.refused = counters(ProblemKind.class, ProblemKind.values(), REFUSED, "reason", ProblemKind::word);
        this.lines = counters(Line.class, Line.values(), IMPORT_LINES, "outcome", outcome -> word(outcome));
        this.held = acknowledgement("held");
        this.notHeld = acknowledgement("not-held");
    }

    /** What was accepted. */
    public enum Accepted {
        SUBMITTED,
        EDITED,
        WITHDRAWN,
        REPORTED,
        APPEALED,
        IMPORTED
    }

    /** What became of a line of an import. */
    public enum Line {
        TAKEN,
        REFUSED,
        NOT_HELD
    }

    /** A command was accepted. */
    public void accepted(Accepted kind) {
        counter(accepted, kind).increment();
    }

    /** A request was refused, or failed. */
    public void refused(ProblemKind reason) {
        counter(refused, reason).increment();
    }

    /** A line of an import was dealt with. */
    public void line(Line outcome) {
        counter(lines, outcome).increment();
    }

    /** Kafka confirmed a record, or did not in time. */
    public void acknowledged(boolean isHeld, long nanos) {
        (isHeld ? held : notHeld).record(Duration.ofNanos(nanos));
    }

    /** Watches a number. */
    public void gauge(String name, Supplier<Number> number) {
        Gauge.builder(name, number).register(registry);
    }

    private Timer acknowledgement(String outcome) {
        return Timer.builder(ACKNOWLEDGEMENT)
                .tag("outcome", outcome)
                .publishPercentileHistogram()
                .minimumExpectedValue(Duration.ofMillis(1))
                .maximumExpectedValue(Duration.ofSeconds(10))
                .register(registry);
    }

    private <E extends Enum<E>> Map<E, Counter> counters(
            Class<E> type, E[] values, String name, String label, Function<E, String> word) {
        return Stream.of(values)
                .collect(Collectors.toMap(
                        Function.identity(),
                        value -> registry.counter(name, label, word.apply(value)),
                        (one, other) -> one,
                        () -> new EnumMap<>(type)));
    }

    private static <E extends Enum<E>> Counter counter(Map<E, Counter> counters, E value) {
        return Objects.requireNonNull(counters.get(value));
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
