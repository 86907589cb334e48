package dev.winnow.ingest.imports;

import dev.winnow.events.Comment;
import dev.winnow.events.CommentSubmitted;
import dev.winnow.ingest.IngestMetrics;
import dev.winnow.ingest.acknowledgement.Acknowledgement;
import dev.winnow.ingest.arrival.Bodies;
import dev.winnow.ingest.arrival.Call;
import dev.winnow.ingest.problems.Problem;
import dev.winnow.ingest.problems.ProblemKind;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;

/**
 * One import under way. Lines are read no faster than Kafka takes them, off the event loops, and told of in their own
 * order; in memory there are the lines in flight and the refusals named, whatever the length of the import.
 */
final class ImportRun {

    private static final Logger LOG = LoggerFactory.getLogger(ImportRun.class);

    /** After it broke off, what the client still sends is passed over for so long, so that it can read why. */
    private static final Duration STILL_LISTENING = Duration.ofSeconds(5);

    private static final int BUFFERS_AHEAD = 4;

    private final Call call;
    private final @Nullable String article;
    private final ImportedComments comments;
    private final Acknowledgement acknowledgement;
    private final ImportSettings settings;
    private final IngestMetrics metrics;
    private final Clock clock;
    private final LineSplitter splitter = new LineSplitter(Bodies.MAX_BYTES);
    private final Progress progress;
    private final Sinks.Empty<Void> brokenOff = Sinks.empty();
    private volatile boolean isBrokenOff;

    ImportRun(
            Call call,
            @Nullable String article,
            ImportedComments comments,
            Acknowledgement acknowledgement,
            ImportSettings settings,
            IngestMetrics metrics,
            Clock clock) {
        this.call = call;
        this.article = article;
        this.comments = comments;
        this.acknowledgement = acknowledgement;
        this.settings = settings;
        this.metrics = metrics;
        this.clock = clock;
        this.progress = new Progress(settings);
    }

    /** The answer's lines; subscribing to them reads the body. */
    Flux<DataBuffer> answer(Duration longestPause) {
        var buffers = DefaultDataBufferFactory.sharedInstance;
        return new Patience(longestPause)
                .with(call.request().getBody())
                .publishOn(Schedulers.parallel(), BUFFERS_AHEAD)
                .concatMapIterable(splitter::split, 1)
                .concatWith(Flux.defer(() -> Flux.fromIterable(splitter.end())))
                .filter(line -> !isBrokenOff && !line.isBlank())
                .flatMapSequential(this::take, settings.linesInFlight(), 1)
                .concatMapIterable(this::say)
                .takeUntilOther(brokenOff.asMono().then(Mono.delay(STILL_LISTENING)))
                .concatWith(Mono.fromSupplier(() -> isBrokenOff ? null : progress.done()))
                .onErrorResume(TimeoutException.class, e -> Flux.fromIterable(breakOff(tooSlow())))
                .<DataBuffer>map(buffers::wrap)
                .doOnDiscard(DataBuffer.class, DataBufferUtils::release);
    }

    private Mono<Outcome> take(Line line) {
        return comments.read(line, call.site().name(), article)
                .fold(
                        comment -> send(line, comment),
                        problem -> Mono.just(new Outcome.Refused(line.number(), problem)));
    }

    private Mono<Outcome> send(Line line, Comment comment) {
        var command = new CommentSubmitted(comment, clock.instant().truncatedTo(ChronoUnit.MILLIS));
        return acknowledgement
                .send(command, call.trace())
                .map(held -> held ? new Outcome.Taken(line.number()) : new Outcome.NotHeld(line.number()));
    }

    private List<byte[]> say(Outcome outcome) {
        if (isBrokenOff) {
            return List.of();
        }
        if (outcome instanceof Outcome.Taken taken) {
            metrics.line(IngestMetrics.Line.TAKEN);
            metrics.accepted(IngestMetrics.Accepted.IMPORTED);
            return progress.taken(taken);
        }
        if (outcome instanceof Outcome.Refused refused) {
            metrics.line(IngestMetrics.Line.REFUSED);
            return progress.refused(refused);
        }
        metrics.line(IngestMetrics.Line.NOT_HELD);
        return breakOff(Problem.of(
                ProblemKind.UNAVAILABLE,
                "Line " + outcome.line()
                        + " and what follows cannot be taken down for certain at the moment. Repeat the import:"
                        + " what was taken already stays one comment."));
    }

    private List<byte[]> breakOff(Problem problem) {
        if (isBrokenOff) {
            return List.of();
        }
        isBrokenOff = true;
        metrics.refused(problem.kind());
        LOG.warn(
                "An import broke off: {} (trace {})",
                problem.detail(),
                call.trace().traceId());
        brokenOff.tryEmitEmpty();
        return List.of(progress.brokenOff(problem, call.request().getURI().getRawPath()));
    }

    private static Problem tooSlow() {
        return Problem.of(ProblemKind.REQUEST_TIMEOUT, "Nothing more of the import arrived for too long. Repeat it.");
    }
}
