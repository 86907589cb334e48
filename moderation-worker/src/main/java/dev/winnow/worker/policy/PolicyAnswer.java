package dev.winnow.worker.policy;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.winnow.events.Policy;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A policy as the API shows it: as in {@link Policy}, with what is a set there in a steady order. */
@JsonInclude(JsonInclude.Include.ALWAYS)
record PolicyAnswer(
        String site,
        long version,
        Policy.Thresholds spam,
        Policy.Thresholds abuse,
        boolean holdAll,
        boolean holdFirst,
        int reportsToFlag,
        List<String> entriesOff,
        List<Policy.Exceptions> exceptions,
        List<Policy.Entry> entries,
        List<String> screensOff,
        List<String> reasons,
        @Nullable String changedBy,
        @Nullable String why,
        Instant changedAt) {

    static PolicyAnswer of(Policy policy) {
        return new PolicyAnswer(
                policy.site(),
                policy.version(),
                policy.spam(),
                policy.abuse(),
                policy.holdAll(),
                policy.holdFirst(),
                policy.reportsToFlag(),
                policy.entriesOff().stream().sorted().toList(),
                policy.exceptions(),
                policy.entries(),
                policy.screensOff().stream().sorted().toList(),
                policy.reasons(),
                policy.changedBy(),
                policy.why(),
                policy.changedAt());
    }
}
