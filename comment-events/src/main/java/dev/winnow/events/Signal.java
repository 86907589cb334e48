package dev.winnow.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;

/**
 * One thing that a screen noticed about a comment.
 *
 * @param name which signal, in kebab case, such as {@code contact-detail}; sentences about it are looked up by it
 * @param category what it speaks for
 * @param strength how strongly, from 0 (not at all) to 1 (certain)
 * @param field the part of the comment that the spans lie in
 * @param spans the characters of the original that told so; may be empty
 * @param facts what the sentence about it names, such as the list entry that matched; never null, may be empty
 */
public record Signal(
        String name, Category category, double strength, Field field, List<Span> spans, Map<String, String> facts) {

    public Signal {
        spans = List.copyOf(spans);
        facts = Map.copyOf(facts);
    }

    /** What a signal speaks for. */
    public enum Category {
        @JsonProperty("spam")
        SPAM,
        @JsonProperty("abuse")
        ABUSE,
        /** Neither: something a person should look at all the same, such as a screen that failed. */
        @JsonProperty("attention")
        ATTENTION,
        /** Speaks for the comment. */
        @JsonProperty("trust")
        TRUST
    }

    /** The part of a comment in which something was seen. */
    public enum Field {
        @JsonProperty("text")
        TEXT,
        @JsonProperty("author.name")
        AUTHOR_NAME,
        @JsonProperty("author.email")
        AUTHOR_EMAIL,
        @JsonProperty("url")
        URL
    }
}
