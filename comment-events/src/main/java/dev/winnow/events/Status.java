package dev.winnow.events;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where a comment stands. */
public enum Status {
    /** A second opinion is asked. */
    @JsonProperty("pending")
    PENDING,
    /** Readers see it. */
    @JsonProperty("approved")
    APPROVED,
    /** A moderator has to look at it. */
    @JsonProperty("flagged")
    FLAGGED,
    /** Refused; readers never saw it. */
    @JsonProperty("rejected")
    REJECTED,
    /** Was approved and no longer is. */
    @JsonProperty("retracted")
    RETRACTED,
    /** Taken back by its author. */
    @JsonProperty("withdrawn")
    WITHDRAWN;

    /** The word used in JSON, addresses and metrics. */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
