package dev.winnow.articles.kafka;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How far the topic was read: for each partition the offset of the next record. It names a moment in the same way on
 * every instance and after any restart, which is why it serves as the id of stream events.
 */
public final class Positions {

    /** Before everything. */
    public static final Positions START = new Positions();

    private static final int LONGEST = 4000;
    private static final Pattern FORM = Pattern.compile("\\d{1,18}(\\.\\d{1,18})*");

    private final long[] next;
    /** Written with each answer, and the same for many of them. */
    private @Nullable String text;

    private Positions(long... next) {
        this.next = next;
    }

    /** These positions, partition 0 first. */
    public static Positions of(long... next) {
        return new Positions(next.clone());
    }

    /** Reads what {@link #toString()} wrote; empty for anything else. */
    public static Optional<Positions> parse(String text) {
        if (text.length() > LONGEST || !FORM.matcher(text).matches()) {
            return Optional.empty();
        }
        return Optional.of(new Positions(
                Arrays.stream(text.split("\\.")).mapToLong(Long::parseLong).toArray()));
    }

    /** The position on a partition; 0 for one that it does not name, which has all of it still to come. */
    public long at(int partition) {
        return partition < next.length ? next[partition] : 0;
    }

    /** How many partitions it names. */
    public int partitions() {
        return next.length;
    }

    /** Whether a record was read at these positions. */
    public boolean include(int partition, long offset) {
        return offset < at(partition);
    }

    /** Dot-joined offsets; {@code 0} before everything. */
    @Override
    public String toString() {
        var known = text;
        if (known == null) {
            known = next.length == 0
                    ? "0"
                    : Arrays.stream(next).mapToObj(Long::toString).collect(Collectors.joining("."));
            text = known;
        }
        return known;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Positions that && Arrays.equals(next, that.next);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(next);
    }
}
