package dev.winnow.worker.screening;

import dev.winnow.events.AuthorHistory;
import org.jspecify.annotations.Nullable;

/**
 * What a screen may know beside the comment and the policy.
 *
 * @param history how the author's earlier comments ended; empty where nothing is known
 * @param title the title of the article, or null for one that was never registered
 */
public record Context(AuthorHistory history, @Nullable String title) {

    /** What is known of an author, under an article that was never registered. */
    public Context(AuthorHistory history) {
        this(history, null);
    }
}
