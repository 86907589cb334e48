package dev.winnow.worker.review;

import dev.winnow.events.ModeratedComment;
import dev.winnow.events.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * How urgent a comment is, as a moment: what is due first is looked at first. A comment is due when it came to stand where
 * it stands, less a head start:
 *
 * <pre>
 * due       = changedAt − (severity + reports + reach)
 * severity  = the greater of 12 h × probability of abuse and 4 h × probability of spam
 * reports   = 2 h × readers who reported it, at most 12 h
 * reach     = 1 h × ⌊log2(1 + comments of its article ÷ 10)⌋, at most 6 h: from 10 comments on, 30, 70, 150, 310, 630
 * </pre>
 *
 * <p>Waiting makes all comments more urgent by as much, so it never changes their order: it is enough to keep the moment with
 * the comment, and a page of the queue is a stretch of an index. Reach goes by steps, so that what comes later under a growing
 * article does not pass what came a moment before.
 */
final class Urgency {

    private static final Duration ABUSE = Duration.ofHours(12);
    private static final Duration SPAM = Duration.ofHours(4);
    private static final Duration REPORT = Duration.ofHours(2);
    private static final int REPORTS = 6;
    private static final Duration DOUBLED_REACH = Duration.ofHours(1);
    private static final long DOUBLINGS = 6;
    private static final double SMALL_ARTICLE = 10;

    private Urgency() {}

    /**
     * When a comment is due.
     *
     * @param event the comment as it stands
     * @param reach how many comments its article has
     */
    static Instant due(ModeratedComment event, long reach) {
        return event.changedAt()
                .minus(severity(event.verdict()))
                .minus(REPORT.multipliedBy(Math.min(REPORTS, event.reports().size())))
                .minus(reach(reach))
                .truncatedTo(ChronoUnit.MILLIS);
    }

    private static Duration severity(Verdict verdict) {
        var abuse = part(ABUSE, verdict.abuse());
        var spam = part(SPAM, verdict.spam());
        return abuse.compareTo(spam) > 0 ? abuse : spam;
    }

    private static Duration reach(long comments) {
        var doublings = Math.log1p(Math.max(0, comments) / SMALL_ARTICLE) / Math.log(2);
        // A little more, as the logarithm of a power of two may fall short of a whole number.
        return DOUBLED_REACH.multipliedBy(Math.min(DOUBLINGS, (long) (doublings + 1e-9)));
    }

    private static Duration part(Duration whole, double factor) {
        return Duration.ofMillis(Math.round(whole.toMillis() * factor));
    }
}
