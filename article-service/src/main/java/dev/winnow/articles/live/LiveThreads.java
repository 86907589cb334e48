package dev.winnow.articles.live;

import dev.winnow.articles.ArticleMetrics;
import dev.winnow.articles.kafka.Positions;
import dev.winnow.articles.thread.Change;
import dev.winnow.articles.thread.CommentChange;
import dev.winnow.articles.thread.PublicComment;
import dev.winnow.articles.thread.ThreadKey;
import dev.winnow.articles.thread.ThreadSnapshot;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The present: how far the topic was read, what changed of late, the hot threads, the live readers. The tail's thread
 * moves it on, one record at a time, under one lock, so that whoever looks sees positions, changes, threads and readers
 * of the same moment. Every hold of the lock is short and free of waiting.
 */
@Component
class LiveThreads {

    private final RecentChanges recent;
    private final int largest;
    private final ArticleMetrics metrics;
    private final Map<ThreadKey, HotThread> hot = new HashMap<>();
    private final Map<ThreadKey, Set<LiveReader>> readers = new HashMap<>();
    private long[] next = {};
    private volatile Positions positions = Positions.START;
    private volatile boolean dismissed;

    LiveThreads(LiveSettings live, ThreadSettings threads, ArticleMetrics metrics) {
        this.recent = new RecentChanges(live.recent(), live.recentSize().toBytes());
        this.largest = threads.largest();
        this.metrics = metrics;
    }

    /** How far the topic was read: everything before is in every thread that is read afterwards. */
    Positions positions() {
        return positions;
    }

    /** Whether readers can follow threads here. */
    boolean takesReaders() {
        return hasBegun() && !dismissed;
    }

    /** Whether the tail has begun to read. */
    boolean hasBegun() {
        return positions.partitions() > 0;
    }

    /** Begins at these offsets, partition 0 first. */
    synchronized void begin(long[] from) {
        next = from.clone();
        for (var partition = 0; partition < next.length; partition++) {
            recent.startAt(partition, next[partition]);
        }
        positions = Positions.of(next);
    }

    /** Says that a record brought nothing. */
    synchronized void pass(int partition, long offset) {
        next[partition] = offset + 1;
        positions = Positions.of(next);
    }

    /**
     * Takes a change into everything.
     *
     * @return the hot thread that has become so much heavier that the cache should know, or null
     */
    synchronized @Nullable HotThread take(Change change) {
        next[change.partition()] = change.offset() + 1;
        var now = Positions.of(next);
        HotThread grown = null;
        if (change instanceof CommentChange comment) {
            if (goesBackwards(comment)) {
                metrics.backwards();
            } else {
                recent.add(comment);
                grown = update(comment);
                tell(readers.getOrDefault(comment.thread(), Set.of()), comment, now);
            }
        } else {
            recent.add(change);
            hot.values().forEach(thread -> erase(thread, change.id()));
            readers.values().forEach(all -> tell(all, change, now));
        }
        positions = now;
        return grown;
    }

    private boolean goesBackwards(CommentChange change) {
        var known = recent.latest(change.id());
        return known != null && known.version().isNewerThan(change.version());
    }

    private @Nullable HotThread update(CommentChange change) {
        var thread = hot.get(change.thread());
        var before = thread == null ? null : thread.snapshot();
        if (thread == null || before == null) {
            return null;
        }
        var after = before.with(change);
        thread.become(after.size() > largest ? null : after);
        return thread.hasGrown() ? thread : null;
    }

    private static void erase(HotThread thread, String id) {
        var before = thread.snapshot();
        if (before != null) {
            thread.become(before.without(id));
        }
    }

    private void tell(Set<LiveReader> all, Change change, Positions now) {
        if (all.isEmpty()) {
            return;
        }
        var event = StreamEvent.of(change);
        if (event == null) {
            return;
        }
        var bytes = event.bytes(now);
        List.copyOf(all).forEach(reader -> reader.offer(change, bytes));
        metrics.eventsSent(event.name(), all.size());
    }

    /**
     * Makes a hot thread of what was read from the store, brought up to the present by what changed of late.
     *
     * @param key the thread
     * @param stored its approved comments
     * @param projected how far the store had been written before they were read
     */
    synchronized HotThread adopt(ThreadKey key, Collection<PublicComment> stored, Positions projected) {
        if (stored.size() > largest) {
            return HotThread.large(key);
        }
        var byId = new LinkedHashMap<String, PublicComment>();
        stored.forEach(comment -> byId.put(comment.id(), comment));
        recent.erasures()
                .forEach(erasure -> byId.computeIfPresent(
                        erasure.id(), (id, comment) -> comment.version().offset() < erasure.offset() ? null : comment));
        recent.of(key).forEach(change -> merge(byId, change));
        var snapshot = ThreadSnapshot.of(byId.values());
        if (!hasBegun() || !recent.reachBackTo(projected, next.length)) {
            return HotThread.unsettled(key, snapshot, complete(projected));
        }
        var thread = HotThread.followed(key, snapshot);
        hot.put(key, thread);
        return thread;
    }

    private static void merge(Map<String, PublicComment> byId, CommentChange change) {
        var present = byId.get(change.id());
        if (present != null && present.version().isNewerThan(change.version())) {
            return;
        }
        if (change.comment() == null) {
            byId.remove(change.id());
        } else {
            byId.put(change.id(), change.comment());
        }
    }

    /** Up to where store and recent changes together miss nothing. */
    synchronized Positions complete(Positions projected) {
        if (!hasBegun()) {
            return projected;
        }
        var complete = new long[next.length];
        for (var p = 0; p < next.length; p++) {
            complete[p] =
                    recent.completeFrom(p) <= projected.at(p) ? Math.max(next[p], projected.at(p)) : projected.at(p);
        }
        return Positions.of(complete);
    }

    /** Stops keeping a thread true; it is not in the cache any more. */
    synchronized void release(HotThread thread) {
        hot.remove(thread.key(), thread);
    }

    /** What a comment is now, if that was heard of late. */
    synchronized @Nullable CommentChange latest(String id) {
        return recent.latest(id);
    }

    /** Lets a reader follow its thread from now on, and says what is remembered of what it missed. */
    synchronized Missed follow(LiveReader reader) {
        readers.computeIfAbsent(reader.thread(), key -> new LinkedHashSet<>()).add(reader);
        if (dismissed) {
            reader.complete();
        }
        var since = reader.since();
        return new Missed(
                positions, recent.since(reader.thread(), since), recent.reachBackTo(since, next.length), next.length);
    }

    /** Lets a reader go. */
    synchronized void leave(LiveReader reader) {
        var all = readers.get(reader.thread());
        if (all != null && all.remove(reader) && all.isEmpty()) {
            readers.remove(reader.thread());
        }
    }

    /** Tells every reader that its stream lives, and how far it is. */
    synchronized void beat() {
        var bytes = StreamEvent.heartbeat(positions);
        allReaders().forEach(reader -> reader.offer(bytes));
    }

    /** Ends every stream, and those that begin from now on: readers come back to another instance. */
    synchronized void dismiss() {
        dismissed = true;
        allReaders().forEach(LiveReader::complete);
    }

    private List<LiveReader> allReaders() {
        var all = new ArrayList<LiveReader>();
        readers.values().forEach(all::addAll);
        return all;
    }

    /**
     * What a reader missed, as far as it is remembered.
     *
     * @param now the moment from which on it is told everything
     * @param changes what is remembered
     * @param whole whether that is all of it
     * @param partitions how many partitions the topic has
     */
    record Missed(Positions now, List<Change> changes, boolean whole, int partitions) {}
}
