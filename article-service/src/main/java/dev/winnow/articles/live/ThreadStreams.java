package dev.winnow.articles.live;

import dev.winnow.articles.ArticleMetrics;
import dev.winnow.articles.kafka.Positions;
import dev.winnow.articles.kafka.Progress;
import dev.winnow.articles.problem.Problem;
import dev.winnow.articles.store.StoreUnavailable;
import dev.winnow.articles.thread.Change;
import dev.winnow.articles.thread.CommentChange;
import dev.winnow.articles.thread.CommentStore;
import dev.winnow.articles.thread.ThreadKey;
import dev.winnow.events.Topics;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Streams of server-sent events. A reader that comes back names the positions of what it saw; what it missed is sent
 * from memory, or from MongoDB where memory does not reach back so far, and then what happens. Nothing is left out in
 * between and nothing is sent twice.
 */
@Component
class ThreadStreams {

    private final LiveThreads live;
    private final CommentStore store;
    private final Progress progress;
    private final LiveSettings settings;
    private final ArticleMetrics metrics;
    private final AtomicInteger open = new AtomicInteger();

    ThreadStreams(
            LiveThreads live, CommentStore store, Progress progress, LiveSettings settings, ArticleMetrics metrics) {
        this.live = live;
        this.store = store;
        this.progress = progress;
        this.settings = settings;
        this.metrics = metrics;
        metrics.gauge(ArticleMetrics.READERS, open::get);
    }

    /**
     * The stream of a thread.
     *
     * @param thread the thread
     * @param lastEventId what the reader saw last, or null for one that wants only what happens from now on
     */
    Flux<byte[]> stream(ThreadKey thread, @Nullable String lastEventId) {
        if (!live.takesReaders()) {
            metrics.readerRefused();
            return Flux.error(Problem.unavailable("This instance has not heard of Kafka yet, or is about to stop.")
                    .exception());
        }
        if (open.incrementAndGet() > settings.readers()) {
            open.decrementAndGet();
            metrics.readerRefused();
            return Flux.error(Problem.unavailable("This instance has as many live readers as it takes.")
                    .exception());
        }
        return Flux.defer(() -> follow(thread, lastEventId)).doFinally(signal -> open.decrementAndGet());
    }

    private Flux<byte[]> follow(ThreadKey thread, @Nullable String lastEventId) {
        var since = lastEventId == null
                ? live.positions()
                : Positions.parse(lastEventId).orElse(null);
        var reader =
                new LiveReader(thread, since == null ? live.positions() : since, settings.buffer(), metrics::readerCut);
        var missed = live.follow(reader);
        var opening = Flux.just(StreamEvent.opening(settings.retry()));
        var before = since == null ? Mono.just(Before.reset(missed.now())) : before(reader, missed);
        return Flux.concat(
                        opening,
                        before.flatMapMany(told -> Flux.concat(
                                Flux.fromIterable(told.events()), told.whole() ? reader.events() : Flux.empty())))
                .doFinally(signal -> live.leave(reader));
    }

    private Mono<Before> before(LiveReader reader, LiveThreads.Missed missed) {
        if (missed.whole()) {
            return Mono.just(tell(missed.changes(), missed.now(), missed.now()));
        }
        return progress.positions(Topics.MODERATED)
                .flatMap(projected -> store.since(
                                reader.thread(), reader.since(), missed.partitions(), settings.resent() + 1)
                        .map(stored -> {
                            var all = new ArrayList<Change>(stored);
                            all.addAll(missed.changes());
                            return tell(all, missed.now(), told(projected, reader, missed));
                        }))
                .onErrorResume(StoreUnavailable.class, e -> Mono.just(Before.NOTHING));
    }

    /** Up to where the reader has been told everything: not beyond the moment from which on events wait for it. */
    private Positions told(Positions projected, LiveReader reader, LiveThreads.Missed missed) {
        var known = new long[missed.partitions()];
        for (var p = 0; p < known.length; p++) {
            known[p] = Math.max(projected.at(p), reader.since().at(p));
        }
        var complete = live.complete(Positions.of(known));
        for (var p = 0; p < known.length; p++) {
            known[p] = Math.min(complete.at(p), missed.now().at(p));
        }
        return Positions.of(known);
    }

    /**
     * What a reader is told first: everything up to a moment. What the store has from beyond it comes in its turn. If the
     * store is too far behind for that moment to be the present, or away, the stream ends after it, and the reader comes
     * back for the rest.
     */
    private Before tell(List<Change> changes, Positions now, Positions told) {
        var newest = newest(changes);
        if (newest.size() > settings.resent()) {
            metrics.eventsSent(StreamEvent.RESET.name(), 1);
            return Before.reset(now);
        }
        var events = new ArrayList<byte[]>();
        for (var change : newest) {
            var event = told.include(change.partition(), change.offset()) ? StreamEvent.of(change) : null;
            if (event != null) {
                events.add(event.bytes());
                metrics.eventsSent(event.name(), 1);
            }
        }
        events.add(StreamEvent.heartbeat(told));
        return new Before(events, told.equals(now));
    }

    /** The newest change of each comment. */
    private static Collection<Change> newest(List<Change> changes) {
        var newest = new LinkedHashMap<String, Change>();
        for (var change : changes) {
            newest.merge(
                    change.id(),
                    change,
                    (a, b) -> a instanceof CommentChange x
                                    && b instanceof CommentChange y
                                    && x.version().isNewerThan(y.version())
                            ? a
                            : b);
        }
        return newest.values();
    }

    /**
     * What a reader is told before the present.
     *
     * @param events the events
     * @param whole whether the present can follow
     */
    private record Before(List<byte[]> events, boolean whole) {

        static final Before NOTHING = new Before(List.of(), false);

        static Before reset(Positions now) {
            return new Before(List.of(StreamEvent.RESET.bytes(now)), true);
        }
    }
}
