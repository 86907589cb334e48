package dev.winnow.articles.live;

import dev.winnow.articles.kafka.Positions;
import dev.winnow.articles.thread.Change;
import dev.winnow.articles.thread.CommentChange;
import dev.winnow.articles.thread.Erasure;
import dev.winnow.articles.thread.ThreadKey;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The latest changes of all threads, bounded in number and in memory; the oldest go first. It knows from which offset on
 * it is complete. Not safe for several threads: {@link LiveThreads} guards it.
 */
final class RecentChanges {

    private static final int ERASURE_WEIGHT = 200;

    private final int most;
    private final long mostBytes;

    private final Deque<Change> all = new ArrayDeque<>();
    private final Map<ThreadKey, Deque<CommentChange>> byThread = new HashMap<>();
    private final Deque<Erasure> erasures = new ArrayDeque<>();
    private final Map<String, CommentChange> latest = new HashMap<>();
    private final Map<Integer, Long> completeFrom = new HashMap<>();
    private long bytes;

    RecentChanges(int most, long mostBytes) {
        this.most = most;
        this.mostBytes = mostBytes;
    }

    /** Says that records of a partition are taken from this offset on. */
    void startAt(int partition, long offset) {
        completeFrom.put(partition, offset);
    }

    /** From which offset on nothing of a partition is missing. */
    long completeFrom(int partition) {
        return completeFrom.getOrDefault(partition, 0L);
    }

    /** Whether nothing is missing since these positions, as far as these partitions go. */
    boolean reachBackTo(Positions positions, int partitions) {
        for (var partition = 0; partition < partitions; partition++) {
            if (completeFrom(partition) > positions.at(partition)) {
                return false;
            }
        }
        return true;
    }

    /** Takes a change. An erasure also forgets what is remembered of the comment. */
    void add(Change change) {
        if (change instanceof CommentChange comment) {
            byThread.computeIfAbsent(comment.thread(), thread -> new ArrayDeque<>())
                    .add(comment);
            latest.merge(comment.id(), comment, (a, b) -> a.version().isNewerThan(b.version()) ? a : b);
        } else if (change instanceof Erasure erasure) {
            forget(change.id());
            erasures.add(erasure);
        }
        all.add(change);
        bytes += weight(change);
        while (all.size() > most || (bytes > mostBytes && all.size() > 1)) {
            evict(all.remove());
        }
    }

    private void forget(String id) {
        if (latest.remove(id) != null) {
            all.removeIf(change -> {
                var same = change.id().equals(id);
                if (same) {
                    bytes -= weight(change);
                    unlist(change);
                }
                return same;
            });
        }
    }

    private void evict(Change change) {
        bytes -= weight(change);
        completeFrom.merge(change.partition(), change.offset() + 1, Math::max);
        latest.remove(change.id(), change);
        unlist(change);
    }

    private void unlist(Change change) {
        if (change instanceof CommentChange comment) {
            var list = byThread.get(comment.thread());
            if (list != null) {
                list.remove(comment);
                if (list.isEmpty()) {
                    byThread.remove(comment.thread());
                }
            }
        } else if (change instanceof Erasure erasure) {
            erasures.remove(erasure);
        }
    }

    private static int weight(Change change) {
        return change instanceof CommentChange comment ? comment.weight() : ERASURE_WEIGHT;
    }

    /** What a comment is now, if that is remembered. */
    @Nullable
    CommentChange latest(String id) {
        return latest.get(id);
    }

    /** All that is remembered of a thread, in the order of the log. */
    List<CommentChange> of(ThreadKey thread) {
        var list = byThread.get(thread);
        return list == null ? List.of() : List.copyOf(list);
    }

    /** What of it stands at or behind these positions, and every erasure there, of whatever thread. */
    List<Change> since(ThreadKey thread, Positions positions) {
        var changes = new ArrayList<Change>();
        for (var change : of(thread)) {
            if (!positions.include(change.partition(), change.offset())) {
                changes.add(change);
            }
        }
        for (var erasure : erasures) {
            if (!positions.include(erasure.partition(), erasure.offset())) {
                changes.add(erasure);
            }
        }
        return changes;
    }

    /** The erasures that are remembered. */
    Collection<Erasure> erasures() {
        return List.copyOf(erasures);
    }

    int size() {
        return all.size();
    }
}
