package dev.winnow.worker.review;

import org.jspecify.annotations.Nullable;

/**
 * One page of comments that is asked for.
 *
 * @param filter which comments
 * @param order in what order
 * @param limit how many at most
 * @param after after which place, or null from the first on
 */
record ReviewQuery(
        ReviewFilter filter,
        Order order,
        int limit,
        @Nullable Cursor after) {}
