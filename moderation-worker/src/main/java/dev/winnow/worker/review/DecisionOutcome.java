package dev.winnow.worker.review;

import dev.winnow.events.Decision.Refusal;
import java.util.List;

/** What became of a moderator's decision. */
sealed interface DecisionOutcome {

    /** The word used in metrics. */
    String word();

    /** It took effect; this is how the comment stands since. */
    record Applied(ReviewItem item) implements DecisionOutcome {
        @Override
        public String word() {
            return "applied";
        }
    }

    /** Something else came first; this is how the comment stands. */
    record Refused(ReviewItem item, Refusal why) implements DecisionOutcome {
        @Override
        public String word() {
            return "refused";
        }
    }

    /** There is no such comment. */
    record NoComment() implements DecisionOutcome {
        @Override
        public String word() {
            return "no-comment";
        }
    }

    /** The comment never had the revision that the moderator is said to have seen. */
    record NeverSeen(long latest) implements DecisionOutcome {
        @Override
        public String word() {
            return "never-seen";
        }
    }

    /** The site's policy has other reasons. */
    record NotOfThePolicy(List<String> reasons) implements DecisionOutcome {
        @Override
        public String word() {
            return "not-of-the-policy";
        }
    }

    /** Kafka did not acknowledge it in time; whether it has it is unknown. */
    record NotSent() implements DecisionOutcome {
        @Override
        public String word() {
            return "not-sent";
        }
    }

    /** Kafka has it, but its outcome did not come in time. */
    record OnItsWay() implements DecisionOutcome {
        @Override
        public String word() {
            return "on-its-way";
        }
    }
}
