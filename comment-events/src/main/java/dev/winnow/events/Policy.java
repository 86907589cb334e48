package dev.winnow.events;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How one site moderates; travels on {@link Topics#POLICIES}.
 *
 * @param site the site it is for
 * @param version counts up with each change; 0 is the built-in policy
 * @param spam from which probability of spam a comment is flagged and rejected
 * @param abuse from which probability of abuse a comment is flagged and rejected
 * @param holdAll whether every comment waits for a moderator
 * @param holdFirst whether an author's first comment waits for a moderator; an author without a verified id is always
 *     a first one
 * @param reportsToFlag how many distinct reporters send an approved comment back to the moderators
 * @param entriesOff ids of built-in list entries that are switched off
 * @param exceptions phrases in which built-in list entries are harmless; a policy made before there were any has none
 * @param entries the site's own list entries
 * @param screensOff names of screens that are switched off
 * @param reasons the words a moderator may give as a reason
 * @param changedBy who made this version, or null for the built-in one
 * @param why why it was made, or null
 * @param changedAt when it was made
 */
public record Policy(
        String site,
        long version,
        Thresholds spam,
        Thresholds abuse,
        boolean holdAll,
        boolean holdFirst,
        int reportsToFlag,
        Set<String> entriesOff,
        List<Exceptions> exceptions,
        List<Entry> entries,
        Set<String> screensOff,
        List<String> reasons,
        @Nullable String changedBy,
        @Nullable String why,
        Instant changedAt)
        implements Event {

    public static final String TYPE = "winnow.policy.changed";

    /** The reasons a moderator may give where a policy names no others. */
    public static final List<String> REASONS =
            List.of("spam", "insult", "hate", "threat", "sexual", "personal-data", "off-topic", "other");

    public Policy {
        Objects.requireNonNull(site, "site");
        Objects.requireNonNull(spam, "spam");
        Objects.requireNonNull(abuse, "abuse");
        Objects.requireNonNull(changedAt, "changedAt");
        entriesOff = Set.copyOf(entriesOff);
        // Events written before there were exceptions come without them.
        exceptions = List.copyOf(Objects.requireNonNullElse(exceptions, List.of()));
        entries = List.copyOf(entries);
        screensOff = Set.copyOf(screensOff);
        reasons = List.copyOf(reasons);
    }

    /** The policy of a site that never set one. */
    public static Policy builtIn(String site) {
        return new Policy(
                site,
                0,
                new Thresholds(0.5, 0.95),
                new Thresholds(0.5, 0.95),
                false,
                false,
                3,
                Set.of(),
                List.of(),
                List.of(),
                Set.of(),
                REASONS,
                null,
                null,
                Instant.EPOCH);
    }

    /** The same policy with other screens switched off. */
    public Policy withScreensOff(Set<String> names) {
        return new Policy(
                site,
                version,
                spam,
                abuse,
                holdAll,
                holdFirst,
                reportsToFlag,
                entriesOff,
                exceptions,
                entries,
                names,
                reasons,
                changedBy,
                why,
                changedAt);
    }

    @Override
    public String eventType() {
        return TYPE;
    }

    @Override
    public String key() {
        return site;
    }

    @Override
    public Instant happenedAt() {
        return changedAt;
    }

    /**
     * From which probability on something happens.
     *
     * @param flag from here a moderator has to look, 0 to 1
     * @param reject from here the comment is refused, {@code flag} to above 1 (never)
     */
    public record Thresholds(double flag, double reject) {}

    /**
     * Where a built-in list entry is harmless on a site.
     *
     * @param entry the entry's id
     * @param phrases longer phrases in which the entry's term is harmless; normalised as comments are
     */
    public record Exceptions(String entry, List<String> phrases) {
        public Exceptions {
            phrases = List.copyOf(phrases);
        }
    }

    /**
     * A site's own list entry.
     *
     * @param term what to look for; it is normalised as comments are
     * @param category spam or abuse
     * @param severity the strength of the signal, 0 to 1
     * @param exceptions longer phrases in which the term is harmless
     */
    public record Entry(String term, Signal.Category category, double severity, List<String> exceptions) {
        public Entry {
            exceptions = List.copyOf(exceptions);
        }
    }
}
