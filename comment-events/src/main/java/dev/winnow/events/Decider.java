package dev.winnow.events;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Who decided.
 *
 * @param kind a person or which machinery
 * @param name the moderator's name, or that of the judge or campaign
 */
public record Decider(Kind kind, String name) {

    /** What sort of decider; a moderator outranks all others. */
    public enum Kind {
        /** Screening, when the comment was new or edited. */
        @JsonProperty("screening")
        SCREENING,
        /** Readers, by reporting it often enough. */
        @JsonProperty("reports")
        REPORTS,
        /** A slower judge, asked for a second opinion. */
        @JsonProperty("opinion")
        OPINION,
        /** A recognised campaign of near-copies. */
        @JsonProperty("campaign")
        CAMPAIGN,
        /** A person. */
        @JsonProperty("moderator")
        MODERATOR
    }
}
