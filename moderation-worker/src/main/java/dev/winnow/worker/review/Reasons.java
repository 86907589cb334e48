package dev.winnow.worker.review;

import java.util.List;

/** The words that moderators of a site may give as a reason. */
@FunctionalInterface
interface Reasons {

    List<String> of(String site);
}
