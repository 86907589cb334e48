package dev.winnow.worker.authors;

import dev.winnow.events.AuthorHistory;
import dev.winnow.events.Comment;
import dev.winnow.events.ModeratedComment;
import dev.winnow.worker.metrics.WorkerMetrics;
import dev.winnow.worker.screening.TextHash;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;

/** Gathers how an author's comments ended, and looks it up for screening. */
public final class AuthorHistories {

    /** The global store that holds them, by {@link AuthorHistory#key(String, String)}. */
    public static final String STORE = "authors";

    private final WorkerMetrics metrics;

    public AuthorHistories(WorkerMetrics metrics) {
        this.metrics = metrics;
    }

    /** The key under which a comment's author is known, or null for an author of whom no history is kept. */
    public static @Nullable String key(Comment comment) {
        var author = comment.authorKey();
        return author == null ? null : AuthorHistory.key(comment.site(), author);
    }

    /** What an author's history keeps of a comment. */
    public static AuthorHistory.Outcome outcome(ModeratedComment moderated) {
        return new AuthorHistory.Outcome(
                moderated.id(),
                moderated.revision(),
                moderated.status(),
                moderated.comment().submittedAt(),
                TextHash.of(moderated.comment().text()));
    }

    /**
     * A history with one more outcome taken in; counts one that is older than what is known.
     *
     * @param key the author's key; a site's name holds no slash
     */
    public AuthorHistory gather(String key, AuthorHistory.Outcome outcome, @Nullable AuthorHistory soFar) {
        var slash = key.indexOf('/');
        var history = soFar == null ? AuthorHistory.none(key.substring(0, slash), key.substring(slash + 1)) : soFar;
        if (history.latest().stream().anyMatch(o -> o.id().equals(outcome.id()) && o.revision() > outcome.revision())) {
            metrics.backwardRevision();
        }
        return history.with(outcome);
    }

    /** What is known of a comment's author. */
    public static AuthorHistory of(Comment comment, ReadOnlyKeyValueStore<String, AuthorHistory> histories) {
        var key = key(comment);
        var known = key == null ? null : histories.get(key);
        var author = comment.authorKey();
        return known == null ? AuthorHistory.none(comment.site(), author == null ? "" : author) : known;
    }
}
