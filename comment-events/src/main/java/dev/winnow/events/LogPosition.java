package dev.winnow.events;

/**
 * How far a comment's owner has read the two command topics for it, as offset plus one of the last record taken; 0 is
 * nothing yet.
 *
 * @param submitted the position on {@link Topics#SUBMITTED}
 * @param decided the position on {@link Topics#DECIDED}
 */
public record LogPosition(long submitted, long decided) {

    public static final LogPosition START = new LogPosition(0, 0);

    /** The revision that belongs to this position. */
    public long revision() {
        return submitted + decided;
    }
}
