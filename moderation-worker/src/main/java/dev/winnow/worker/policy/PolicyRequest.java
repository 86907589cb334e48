package dev.winnow.worker.policy;

import dev.winnow.events.Policy;
import dev.winnow.events.Signal;
import dev.winnow.worker.problems.JsonFields;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A policy that somebody wants in force. What is left out is as in the built-in policy; only {@code why} has to be there.
 *
 * @param policy the policy, with neither version nor maker yet
 * @param why why it is made
 */
record PolicyRequest(Policy policy, String why) {

    private static final int IDS = 2_000;
    private static final int ENTRIES = 2_000;
    private static final int EXCEPTIONS = 50;
    private static final int REASONS = 30;
    private static final int TERM_LENGTH = 100;
    private static final int WORD_LENGTH = 60;
    private static final int WHY_LENGTH = 500;
    private static final int REPORTERS = 50;

    /** Above every probability: nothing is ever refused. */
    private static final double NEVER = 2;

    private static final Map<String, Signal.Category> CATEGORIES =
            Map.of("spam", Signal.Category.SPAM, "abuse", Signal.Category.ABUSE);

    /** Reads a request; ends in a problem that names everything wrong with it. */
    static PolicyRequest read(String site, JsonFields fields) {
        var plain = Policy.builtIn(site);
        var policy = new Policy(
                site,
                0,
                thresholds(fields, "spam", plain.spam()),
                thresholds(fields, "abuse", plain.abuse()),
                fields.optionalFlag("holdAll", plain.holdAll()),
                fields.optionalFlag("holdFirst", plain.holdFirst()),
                reporters(fields, plain),
                Set.copyOf(fields.optionalTexts("entriesOff", IDS, WORD_LENGTH, List.of())),
                fields.optionalObjects("exceptions", ENTRIES).stream()
                        .map(PolicyRequest::exceptions)
                        .toList(),
                fields.optionalObjects("entries", ENTRIES).stream()
                        .map(PolicyRequest::entry)
                        .toList(),
                Set.copyOf(fields.optionalTexts("screensOff", IDS, WORD_LENGTH, List.of())),
                reasons(fields, plain),
                null,
                null,
                Instant.EPOCH);
        var why = fields.text("why", WHY_LENGTH);
        fields.refuseIfWrong();
        return new PolicyRequest(policy, why);
    }

    /** The policy as the next version, made by somebody at some time. */
    Policy as(long version, String by, Instant at) {
        return new Policy(
                policy.site(),
                version,
                policy.spam(),
                policy.abuse(),
                policy.holdAll(),
                policy.holdFirst(),
                policy.reportsToFlag(),
                policy.entriesOff(),
                policy.exceptions(),
                policy.entries(),
                policy.screensOff(),
                policy.reasons(),
                by,
                why,
                at);
    }

    private static Policy.Thresholds thresholds(JsonFields fields, String field, Policy.Thresholds plain) {
        var object = fields.optionalObject(field);
        if (object == null) {
            return plain;
        }
        var flag = object.optionalNumber("flag", 0, 1, plain.flag());
        var reject = object.optionalNumber("reject", 0, NEVER, Math.max(flag, plain.reject()));
        if (reject < flag) {
            object.wrong("reject", "not be below flag");
        }
        return new Policy.Thresholds(flag, reject);
    }

    private static int reporters(JsonFields fields, Policy plain) {
        var reporters = fields.optionalNumber("reportsToFlag", 1, REPORTERS, plain.reportsToFlag());
        if (reporters != Math.rint(reporters)) {
            fields.wrong("reportsToFlag", "be a whole number");
        }
        return (int) reporters;
    }

    private static List<String> reasons(JsonFields fields, Policy plain) {
        var reasons = fields.optionalTexts("reasons", REASONS, WORD_LENGTH, plain.reasons());
        if (reasons.isEmpty()) {
            fields.wrong("reasons", "hold one reason at least");
        }
        return reasons;
    }

    private static Policy.Exceptions exceptions(JsonFields fields) {
        return new Policy.Exceptions(
                fields.text("entry", WORD_LENGTH), fields.optionalTexts("phrases", EXCEPTIONS, TERM_LENGTH, List.of()));
    }

    private static Policy.Entry entry(JsonFields fields) {
        var category = fields.oneOf("category", CATEGORIES);
        return new Policy.Entry(
                fields.text("term", TERM_LENGTH),
                category == null ? Signal.Category.SPAM : category,
                fields.optionalNumber("severity", 0, 1, 1),
                fields.optionalTexts("exceptions", EXCEPTIONS, TERM_LENGTH, List.of()));
    }
}
