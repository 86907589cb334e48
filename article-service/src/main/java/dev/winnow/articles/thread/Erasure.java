package dev.winnow.articles.thread;

/**
 * A tombstone: everything about the comment is to be forgotten. It does not say which thread the comment was in.
 *
 * @param id the comment's id
 * @param partition the partition that the tombstone is on
 * @param offset its place on it
 */
public record Erasure(String id, int partition, long offset) implements Change {}
