package dev.winnow.articles.thread;

/** What a record of {@code comments.moderated} says about a comment, as far as readers are concerned. */
public sealed interface Change permits CommentChange, Erasure {

    /** The comment's id. */
    String id();

    /** The partition that the record is on. */
    int partition();

    /** The record's place on it. */
    long offset();
}
