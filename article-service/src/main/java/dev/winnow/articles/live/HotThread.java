package dev.winnow.articles.live;

import dev.winnow.articles.kafka.Positions;
import dev.winnow.articles.thread.ThreadKey;
import dev.winnow.articles.thread.ThreadSnapshot;
import org.jspecify.annotations.Nullable;

/**
 * A thread in memory. The tail alone puts a new snapshot in the place of the present one; anybody may read. Without a
 * snapshot, the thread is too large and all that is known is that it is.
 */
final class HotThread {

    private final ThreadKey key;
    private final @Nullable Positions asOf;
    private volatile @Nullable ThreadSnapshot snapshot;

    /** Its weight when the cache last asked. */
    private int weighed;

    private HotThread(ThreadKey key, @Nullable ThreadSnapshot snapshot, @Nullable Positions asOf) {
        this.key = key;
        this.snapshot = snapshot;
        this.asOf = asOf;
    }

    /** A thread that the tail keeps true. */
    static HotThread followed(ThreadKey key, ThreadSnapshot snapshot) {
        return new HotThread(key, snapshot, null);
    }

    /** A thread as it stood at a moment, which nobody keeps true. */
    static HotThread unsettled(ThreadKey key, ThreadSnapshot snapshot, Positions asOf) {
        return new HotThread(key, snapshot, asOf);
    }

    /** A thread that is not kept in memory. */
    static HotThread large(ThreadKey key) {
        return new HotThread(key, null, Positions.START);
    }

    ThreadKey key() {
        return key;
    }

    @Nullable
    ThreadSnapshot snapshot() {
        return snapshot;
    }

    /** The moment it shows, or null when that is always the present. */
    @Nullable
    Positions asOf() {
        return asOf;
    }

    void become(@Nullable ThreadSnapshot next) {
        snapshot = next;
    }

    int weigh() {
        weighed = weight();
        return weighed;
    }

    /** Whether it has become so much heavier that the cache should know. */
    boolean hasGrown() {
        return weight() > weighed + weighed / 4;
    }

    private int weight() {
        var present = snapshot;
        return present == null ? 200 : present.weight();
    }
}
