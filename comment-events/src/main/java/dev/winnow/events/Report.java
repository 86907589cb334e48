package dev.winnow.events;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One reader's report of a comment.
 *
 * @param reporter who reported, as {@code id:…} or {@code origin:…}: one reporter counts once
 * @param reason a short word such as {@code spam}, {@code abuse}, {@code other}
 * @param note what the reporter added, or null
 * @param at when
 */
public record Report(
        String reporter, String reason, @Nullable String note, Instant at) {

    public Report {
        Objects.requireNonNull(reporter, "reporter");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(at, "at");
    }
}
