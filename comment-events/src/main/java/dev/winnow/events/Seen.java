package dev.winnow.events;

/**
 * What a decider had before its eyes, in positions of the log, which do not depend on the order in which two topics
 * were read.
 *
 * @param revision the comment's revision
 * @param text {@link ModeratedComment#textPosition()} at that revision
 * @param ruling {@link ModeratedComment#rulingPosition()} at that revision
 */
public record Seen(long revision, long text, long ruling) {}
