package dev.winnow.articles.thread;

import org.jspecify.annotations.Nullable;

/**
 * Which part of a thread is asked for.
 *
 * @param order in which order
 * @param limit at most how many comments
 * @param after behind which place, or null from the start
 */
public record PageQuery(Order order, int limit, @Nullable Cursor after) {

    public static final int MOST = 200;
    public static final int USUAL = 50;
}
