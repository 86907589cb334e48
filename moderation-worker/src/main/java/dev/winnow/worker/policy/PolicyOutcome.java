package dev.winnow.worker.policy;

import dev.winnow.events.Policy;

/** What came of a change of policy. */
sealed interface PolicyOutcome {

    /** It is in force on this instance, and within moments on all. */
    record InForce(Policy policy) implements PolicyOutcome {}

    /** Somebody changed the policy since it was read, or at the same moment. */
    record ChangedMeanwhile(Policy policy) implements PolicyOutcome {}

    /** It was written, but is not in force here yet. */
    record OnItsWay() implements PolicyOutcome {}

    /** Kafka did not acknowledge it: it may or may not have been written. */
    record NotAcknowledged() implements PolicyOutcome {}
}
