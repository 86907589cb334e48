package dev.winnow.ingest.imports;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the times of an import: RFC 3339 with any offset, from 1970 until now. */
final class PastTime {

    /** Stricter than Java's own reading, which takes times without seconds and years of five digits. */
    private static final Pattern RFC_3339 =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}[Tt]\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?([Zz]|[+-]\\d{2}:\\d{2})");

    private static final Duration CLOCKS_DIFFER_BY = Duration.ofMinutes(1);

    private PastTime() {}

    /** Null for a good time, else what it must be. */
    static @Nullable String problem(String text, Clock clock) {
        var time = read(text);
        if (time == null) {
            return "be a time as in RFC 3339, such as 2025-06-21T00:36:49+08:00";
        }
        if (time.isBefore(Instant.EPOCH)) {
            return "not be before 1970";
        }
        return time.isAfter(clock.instant().plus(CLOCKS_DIFFER_BY)) ? "not be in the future" : null;
    }

    /** The time to milliseconds; the epoch stands in for what is none. */
    static Instant parse(String text) {
        var time = read(text);
        return time == null ? Instant.EPOCH : time.truncatedTo(ChronoUnit.MILLIS);
    }

    private static @Nullable Instant read(String text) {
        if (!RFC_3339.matcher(text).matches()) {
            return null;
        }
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }
}
