package dev.winnow.events;

import java.time.Instant;

/** What a reader or a site asks of one comment; travels on {@link Topics#SUBMITTED}. */
public sealed interface ReaderCommand extends Event
        permits CommentSubmitted, CommentEdited, CommentWithdrawn, CommentReported, CommentAppealed {

    /** The comment's id. */
    String id();

    /** The site the comment belongs to. */
    String site();

    /** The site's own id of the article. */
    String article();

    /** When it was asked. */
    Instant at();

    @Override
    default String key() {
        return id();
    }

    @Override
    default Instant happenedAt() {
        return at();
    }
}
