package dev.winnow.events;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;

/** Anything that Winnow writes to a topic: it knows its kind, its key and when it happened. */
public sealed interface Event permits ReaderCommand, CommentDecided, ModeratedComment, Policy, AuthorHistory, Article {

    /** The CloudEvents type, such as {@code winnow.comment.approved}: the name by which readers tell kinds apart. */
    @JsonIgnore
    String eventType();

    /** The record key, which is also the CloudEvents subject. */
    @JsonIgnore
    String key();

    /** When what this event tells of happened. */
    @JsonIgnore
    Instant happenedAt();
}
