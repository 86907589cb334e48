package dev.winnow.worker.review;

import dev.winnow.events.Status;
import dev.winnow.worker.signin.Reach;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which comments are asked for.
 *
 * @param statuses where they stand
 * @param reach of the sites that whoever asks works for
 * @param site of which site, or null for all
 * @param article of which article, or null for all
 * @param newestFirst whether the newest come first, not the oldest
 * @param limit how many at most
 * @param after after which place, or null from the first on
 */
record ReviewQuery(
        Set<Status> statuses,
        Reach reach,
        @Nullable String site,
        @Nullable String article,
        boolean newestFirst,
        int limit,
        @Nullable Cursor after) {}
