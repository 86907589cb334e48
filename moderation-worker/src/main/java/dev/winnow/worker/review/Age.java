package dev.winnow.worker.review;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** For how long a comment has stood where it stands, in the four steps that a queue is sorted out by. */
enum Age {
    /** Less than an hour. */
    HOUR(Duration.ZERO, Duration.ofHours(1)),
    /** An hour or more, less than a day. */
    DAY(Duration.ofHours(1), Duration.ofDays(1)),
    /** A day or more, less than a week. */
    WEEK(Duration.ofDays(1), Duration.ofDays(7)),
    /** A week or more. */
    OLDER(Duration.ofDays(7), Duration.ofDays(365_000));

    /** The words of all, for those who asked for another one. */
    static final String WORDS = Arrays.stream(values()).map(Age::word).collect(Collectors.joining(", "));

    private final Duration from;
    private final Duration to;

    Age(Duration from, Duration to) {
        this.from = from;
        this.to = to;
    }

    static Optional<Age> named(String word) {
        return Arrays.stream(values()).filter(a -> a.word().equals(word)).findFirst();
    }

    /** The age of what stands there since then. */
    static Age of(Instant since, Instant now) {
        var stood = Duration.between(since, now);
        return Arrays.stream(values())
                .filter(a -> stood.compareTo(a.to) < 0)
                .findFirst()
                .orElse(OLDER);
    }

    /** The earliest moment since when it stands there, which is not in this age any more. */
    Instant after(Instant now) {
        return now.minus(to);
    }

    /** The latest moment since when it stands there. */
    Instant until(Instant now) {
        return this == HOUR ? now.plus(Duration.ofDays(1)) : now.minus(from);
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
