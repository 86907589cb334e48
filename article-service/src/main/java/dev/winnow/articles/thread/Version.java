package dev.winnow.articles.thread;

/**
 * Which event about a comment something was made from. Of two, the one with the higher revision counts; of two with an
 * equal revision, the one that stands later in the log.
 *
 * @param revision the comment's revision
 * @param partition the partition of {@code comments.moderated} that the event is on
 * @param offset the event's place on it
 */
public record Version(long revision, int partition, long offset) implements Comparable<Version> {

    @Override
    public int compareTo(Version other) {
        var byRevision = Long.compare(revision, other.revision);
        return byRevision != 0 ? byRevision : Long.compare(offset, other.offset);
    }

    /** Whether this one counts and the other does not. */
    public boolean isNewerThan(Version other) {
        return compareTo(other) > 0;
    }
}
