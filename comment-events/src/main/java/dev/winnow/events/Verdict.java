package dev.winnow.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * What screening found.
 *
 * @param outcome what follows from it under the policy
 * @param spam the probability that the comment is spam, 0 to 1
 * @param abuse the probability that the comment is abuse, 0 to 1
 * @param signals everything noticed, strongest first
 * @param policyVersion the version of the policy applied; 0 is the built-in one
 * @param model the classifier's version
 */
public record Verdict(
        Outcome outcome, double spam, double abuse, List<Signal> signals, long policyVersion, String model) {

    public Verdict {
        signals = List.copyOf(signals);
    }

    /** What screening says to do. */
    public enum Outcome {
        @JsonProperty("approve")
        APPROVE,
        @JsonProperty("flag")
        FLAG,
        @JsonProperty("reject")
        REJECT;

        /** The word used in JSON, on the command line and in metrics. */
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
