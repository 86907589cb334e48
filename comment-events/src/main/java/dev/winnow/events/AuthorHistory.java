package dev.winnow.events;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * How an author's latest comments ended; travels on {@link Topics#AUTHORS}. It is a bounded map by comment id, not a
 * set of counters: taking an event twice, or late, changes nothing.
 *
 * @param site the site
 * @param author {@link Comment#authorKey()}
 * @param latest the author's newest comments, newest first, at most {@value #KEPT}
 */
public record AuthorHistory(String site, String author, List<Outcome> latest) implements Event {

    public static final String TYPE = "winnow.author.changed";

    /** How many comments a history holds. */
    public static final int KEPT = 50;

    private static final Comparator<Outcome> NEWEST_FIRST = Comparator.comparing(Outcome::submittedAt)
            .thenComparing(Outcome::id)
            .reversed();

    public AuthorHistory {
        Objects.requireNonNull(site, "site");
        Objects.requireNonNull(author, "author");
        latest = List.copyOf(latest);
    }

    /** The history of somebody who has none. */
    public static AuthorHistory none(String site, String author) {
        return new AuthorHistory(site, author, List.of());
    }

    /** The record key of an author's history. */
    public static String key(String site, String author) {
        return site + "/" + author;
    }

    /** This history with one comment's outcome taken in, unless it holds a newer one of the same comment. */
    public AuthorHistory with(Outcome outcome) {
        var known = latest.stream().filter(o -> o.id().equals(outcome.id())).findFirst();
        if (known.isPresent() && known.get().revision() > outcome.revision()) {
            return this;
        }
        var merged = Stream.concat(latest.stream().filter(o -> !o.id().equals(outcome.id())), Stream.of(outcome))
                .sorted(NEWEST_FIRST)
                .limit(KEPT)
                .toList();
        return new AuthorHistory(site, author, merged);
    }

    /** How many of the latest comments have this status. */
    public long count(Status status) {
        return latest.stream().filter(o -> o.status() == status).count();
    }

    @Override
    public String eventType() {
        return TYPE;
    }

    @Override
    public String key() {
        return key(site, author);
    }

    @Override
    public Instant happenedAt() {
        return latest.isEmpty() ? Instant.EPOCH : latest.get(0).submittedAt();
    }

    /**
     * How one comment ended.
     *
     * @param id the comment's id
     * @param revision the revision that said so
     * @param status where it stood
     * @param submittedAt when it was submitted
     * @param textHash a hash of its normalised text, to know the same text again
     */
    public record Outcome(String id, long revision, Status status, Instant submittedAt, long textHash) {}
}
