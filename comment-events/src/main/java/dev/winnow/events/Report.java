package dev.winnow.events;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One reader's report of a comment, or its author's appeal, which travels with the reports so that every view has it.
 *
 * @param reporter who reported, as {@code id:…} or {@code origin:…}, or {@value #AUTHOR}: one reporter counts once
 * @param reason a short word such as {@code spam}, {@code abuse}, {@code other}, or {@value #APPEAL}
 * @param note what the reporter added, or null
 * @param at when
 */
public record Report(
        String reporter, String reason, @Nullable String note, Instant at) {

    /** The reporter of an appeal. */
    public static final String AUTHOR = "author";

    /** The reason of an appeal; no reader's report has it. */
    public static final String APPEAL = "appeal";

    /** The author's appeal. */
    public static Report appeal(String words, Instant at) {
        return new Report(AUTHOR, APPEAL, words, at);
    }

    /** Whether this is the author's appeal. */
    public boolean fromAuthor() {
        return reason.equals(APPEAL) && reporter.equals(AUTHOR);
    }

    public Report {
        Objects.requireNonNull(reporter, "reporter");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(at, "at");
    }
}
