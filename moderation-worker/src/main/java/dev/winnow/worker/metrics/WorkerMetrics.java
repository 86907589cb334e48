package dev.winnow.worker.metrics;

import dev.winnow.events.CommentAppealed;
import dev.winnow.events.CommentDecided;
import dev.winnow.events.CommentEdited;
import dev.winnow.events.CommentReported;
import dev.winnow.events.CommentSubmitted;
import dev.winnow.events.CommentWithdrawn;
import dev.winnow.events.Decision;
import dev.winnow.events.Event;
import dev.winnow.events.Verdict;
import dev.winnow.worker.ownership.Taken;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;

/**
 * What the worker counts and times. Prometheus writes dots as underscores and adds {@code _total} and {@code _seconds}.
 *
 * <table>
 * <caption>Metrics</caption>
 * <tr><th>name</th><th>unit</th><th>labels</th><th>a rise means</th><th>what to do</th></tr>
 * <tr><td>{@code winnow.worker.commands}</td><td>records</td><td>{@code kind}: submitted, edited, withdrawn, reported,
 *     appealed, decided; {@code effect}: new, redelivered, nothing-new, refused, waiting, unknown</td><td>readers and deciders are
 *     busy; {@code redelivered} alone: a worker was restarted or its partitions moved; {@code unknown}: somebody asks
 *     about comments that never were</td><td>if {@code redelivered} never ends, look for restarts; if {@code unknown}
 *     grows, look at the site's limits</td></tr>
 * <tr><td>{@code winnow.worker.screened}</td><td>comments</td><td>{@code outcome}: approve, flag, reject</td><td>new and
 *     edited comments; more {@code flag}: the queue grows</td><td>compare with the policy's last change</td></tr>
 * <tr><td>{@code winnow.worker.signals}</td><td>signals</td><td>{@code signal}: its name, {@code other} beyond 64
 *     names</td><td>more of what this signal sees</td><td>{@code screening-failed}: a screen threw, see the log</td></tr>
 * <tr><td>{@code winnow.worker.screening}</td><td>seconds</td><td></td><td>screening is slower</td><td>long lists in a
 *     policy, or too few cores</td></tr>
 * <tr><td>{@code winnow.worker.submitted.to.moderated}</td><td>seconds</td><td></td><td>commands wait before they are
 *     taken</td><td>look at the lag, add instances or threads</td></tr>
 * <tr><td>{@code winnow.worker.opinions}</td><td>comments</td><td></td><td>more of what is submitted is in doubt</td>
 *     <td>if opinions fall behind, pending comments pile up at the desk: see the lag of the group {@code
 *     winnow-second-opinion}, add workers, or raise {@code winnow.second-opinion.from}</td></tr>
 * <tr><td>{@code winnow.worker.opinion.time}</td><td>seconds</td><td></td><td>the second model is slower, for each
 *     comment</td><td>too few cores</td></tr>
 * <tr><td>{@code winnow.worker.decisions}</td><td>decisions</td><td>{@code by}: screening, reports, opinion, campaign,
 *     moderator; {@code action}: approve, flag, reject, retract; {@code result}: applied, text-changed, decided-first,
 *     withdrawn, not-approved</td><td>more is decided; more refusals: moderators work on the same comments</td><td>nothing,
 *     or share the queue out</td></tr>
 * <tr><td>{@code winnow.worker.dead.letters}</td><td>records</td><td>{@code topic}; {@code reason}: unreadable,
 *     newer-kind, misplaced, failed, unwritable</td><td>records that could not be processed stand on the topic's
 *     {@code .dlt}</td><td>read the headers there; newer-kind: upgrade this worker</td></tr>
 * <tr><td>{@code winnow.worker.passed.over}</td><td>records</td><td>{@code topic}</td><td>odd or newer records on topics
 *     that the worker only views</td><td>upgrade this worker, or look who writes there</td></tr>
 * <tr><td>{@code winnow.worker.backward.revisions}</td><td>events</td><td></td><td>an older event came after a newer one:
 *     a frozen worker sent what it still held</td><td>nothing if rare; else look for long pauses, or switch on
 *     {@code exactly-once}</td></tr>
 * <tr><td>{@code winnow.worker.policies.changed}</td><td>policies</td><td></td><td>policies read from their
 *     topic, at the start too</td><td>nothing</td></tr>
 * <tr><td>{@code winnow.worker.streams.ready}</td><td>0 or 1</td><td></td><td>(a fall) no comment is taken by this
 *     instance</td><td>see the log; is Kafka there?</td></tr>
 * <tr><td>{@code winnow.worker.streams.failures}</td><td>failures</td><td>{@code scope}: thread, client</td><td>a stream
 *     thread died and was replaced, or all were started again</td><td>see the log</td></tr>
 * <tr><td>{@code winnow.worker.review.queue}</td><td>comments</td><td></td><td>more comments wait for a moderator</td>
 *     <td>ask moderators to look; compare {@code winnow.worker.screened} with the policy's last change</td></tr>
 * <tr><td>{@code winnow.worker.review.decisions}</td><td>requests</td><td>{@code action}: approve, reject, retract; {@code
 *     outcome}: applied, refused, no-comment, never-seen, not-of-the-policy, not-sent, on-its-way</td><td>moderators are
 *     busy; {@code not-sent} and {@code on-its-way}: Kafka or the owner is slow or away</td><td>look at Kafka and at
 *     {@code winnow.worker.streams.ready}</td></tr>
 * <tr><td>{@code winnow.worker.review.decision.time}</td><td>seconds</td><td></td><td>moderators wait longer for the
 *     outcome of a decision</td><td>look at the lag of {@code comments.decided} and at the view's delay</td></tr>
 * <tr><td>{@code winnow.worker.review.view.delay}</td><td>seconds</td><td></td><td>the desk shows comments later than
 *     they were moderated</td><td>look at the store; after a restart on an empty store a rise is the catching up</td></tr>
 * <tr><td>{@code winnow.worker.review.desks}</td><td>desks</td><td></td><td>desks that are open at this worker</td>
 *     <td>nothing; near {@code winnow.review.live.streams} add workers or raise it</td></tr>
 * <tr><td>{@code winnow.worker.review.sign.ins}</td><td>sign-ins</td><td>{@code result}: right, wrong, throttled</td>
 *     <td>{@code wrong} and {@code throttled}: somebody guesses passwords</td><td>look who asks for
 *     {@code /review/sign-in}, and stop them in front of the worker</td></tr>
 * <tr><td>{@code winnow.worker.problems}</td><td>answers</td><td>{@code kind}: the problem's kind</td><td>{@code
 *     internal}: a fault of ours; {@code unavailable}: Kafka or the store is away; others: clients are wrong</td><td>{@code
 *     internal}: see the log; {@code unavailable}: look at Kafka and the store</td></tr>
 * </table>
 *
 * <p>Kafka's own metrics are bound beside these. For the lag look at {@code kafka_consumer_fetch_manager_records_lag}
 * with {@code topic="comments.submitted"} or {@code "comments.decided"}, by partition.
 */
@Component
public class WorkerMetrics {

    public static final String COMMANDS = "winnow.worker.commands";
    public static final String SCREENED = "winnow.worker.screened";
    public static final String SIGNALS = "winnow.worker.signals";
    public static final String SCREENING = "winnow.worker.screening";
    public static final String SUBMITTED_TO_MODERATED = "winnow.worker.submitted.to.moderated";
    public static final String OPINIONS = "winnow.worker.opinions";
    public static final String OPINION_TIME = "winnow.worker.opinion.time";
    public static final String DECISIONS = "winnow.worker.decisions";
    public static final String DEAD_LETTERS = "winnow.worker.dead.letters";
    public static final String PASSED_OVER = "winnow.worker.passed.over";
    public static final String BACKWARD_REVISIONS = "winnow.worker.backward.revisions";
    public static final String POLICIES_CHANGED = "winnow.worker.policies.changed";
    public static final String STREAMS_READY = "winnow.worker.streams.ready";
    public static final String STREAMS_FAILURES = "winnow.worker.streams.failures";

    public static final String REVIEW_QUEUE = "winnow.worker.review.queue";
    public static final String REVIEW_DECISIONS = "winnow.worker.review.decisions";
    public static final String REVIEW_DECISION_TIME = "winnow.worker.review.decision.time";
    public static final String REVIEW_VIEW_DELAY = "winnow.worker.review.view.delay";
    public static final String REVIEW_DESKS = "winnow.worker.review.desks";
    public static final String REVIEW_SIGN_INS = "winnow.worker.review.sign.ins";
    public static final String PROBLEMS = "winnow.worker.problems";

    /** All names, for the page that lists them. */
    public static final List<String> NAMES = List.of(
            COMMANDS,
            SCREENED,
            SIGNALS,
            SCREENING,
            SUBMITTED_TO_MODERATED,
            OPINIONS,
            OPINION_TIME,
            DECISIONS,
            DEAD_LETTERS,
            PASSED_OVER,
            BACKWARD_REVISIONS,
            POLICIES_CHANGED,
            STREAMS_READY,
            STREAMS_FAILURES,
            REVIEW_QUEUE,
            REVIEW_DECISIONS,
            REVIEW_DECISION_TIME,
            REVIEW_VIEW_DELAY,
            REVIEW_DESKS,
            REVIEW_SIGN_INS,
            PROBLEMS);

    private static final int SIGNAL_NAMES = 64;

    private final MeterRegistry registry;
    private final Timer screening;
    private final Timer submittedToModerated;
    private final Counter opinions;
    private final Timer opinionTime;
    private final Counter backwardRevisions;
    private final Counter policiesChanged;
    private final Set<String> signalNames = ConcurrentHashMap.newKeySet();

    public WorkerMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.screening = timer(SCREENING, Duration.ofNanos(50_000), Duration.ofMillis(100));
        this.submittedToModerated = timer(SUBMITTED_TO_MODERATED, Duration.ofMillis(1), Duration.ofMinutes(1));
        this.opinions = registry.counter(OPINIONS);
        this.opinionTime = timer(OPINION_TIME, Duration.ofMillis(1), Duration.ofSeconds(1));
        this.backwardRevisions = registry.counter(BACKWARD_REVISIONS);
        this.policiesChanged = registry.counter(POLICIES_CHANGED);
    }

    /** A command was taken. */
    public void taken(Event command, Taken taken) {
        registry.counter(
                        COMMANDS,
                        "kind",
                        kind(command),
                        "effect",
                        taken.effect().word())
                .increment();
        for (var decision : taken.decided()) {
            decided(decision);
        }
    }

    /** How long a command that changed something had been under way. */
    public void moderatedAfter(Duration sinceSubmitted) {
        submittedToModerated.record(sinceSubmitted.isNegative() ? Duration.ZERO : sinceSubmitted);
    }

    /** A comment was screened. */
    public void screened(Verdict verdict, Duration time) {
        screening.record(time);
        registry.counter(SCREENED, "outcome", verdict.outcome().word()).increment();
        for (var signal : verdict.signals()) {
            registry.counter(SIGNALS, "signal", bounded(signal.name())).increment();
        }
    }

    /** Second opinions were given, together. */
    public void opinions(int count, Duration time) {
        opinions.increment(count);
        opinionTime.record(time.dividedBy(count));
    }

    /** A record went onto a dead-letter topic. */
    public void deadLetter(String topic, String reason) {
        registry.counter(DEAD_LETTERS, "topic", topic, "reason", reason).increment();
    }

    /** A record of a topic that the worker only views could not be read. */
    public void passedOver(String topic) {
        registry.counter(PASSED_OVER, "topic", topic).increment();
    }

    /** An older event came after a newer one of the same comment. */
    public void backwardRevision() {
        backwardRevisions.increment();
    }

    /** A policy came in. */
    public void policyChanged() {
        policiesChanged.increment();
    }

    /** A stream thread died and is replaced. */
    public void threadFailed() {
        registry.counter(STREAMS_FAILURES, "scope", "thread").increment();
    }

    /** All of the streams failed and are started again. */
    public void clientFailed() {
        registry.counter(STREAMS_FAILURES, "scope", "client").increment();
    }

    /** From now on says whether comments are taken. */
    public void watch(BooleanSupplier ready) {
        Gauge.builder(STREAMS_READY, () -> ready.getAsBoolean() ? 1 : 0)
                .strongReference(true)
                .register(registry);
    }

    private void decided(Decision decision) {
        var refused = decision.refused();
        registry.counter(
                        DECISIONS,
                        "by",
                        word(decision.by().kind()),
                        "action",
                        word(decision.action()),
                        "result",
                        refused == null ? "applied" : word(refused))
                .increment();
    }

    private String bounded(String signal) {
        if (signalNames.contains(signal)) {
            return signal;
        }
        return signalNames.size() < SIGNAL_NAMES && signalNames.add(signal) ? signal : "other";
    }

    private Timer timer(String name, Duration least, Duration most) {
        return Timer.builder(name)
                .publishPercentileHistogram()
                .minimumExpectedValue(least)
                .maximumExpectedValue(most)
                .register(registry);
    }

    private static String kind(Event command) {
        if (command instanceof CommentSubmitted) {
            return "submitted";
        } else if (command instanceof CommentEdited) {
            return "edited";
        } else if (command instanceof CommentWithdrawn) {
            return "withdrawn";
        } else if (command instanceof CommentReported) {
            return "reported";
        } else if (command instanceof CommentAppealed) {
            return "appealed";
        } else if (command instanceof CommentDecided) {
            return "decided";
        }
        throw new IllegalArgumentException("not a command: " + command.eventType());
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
