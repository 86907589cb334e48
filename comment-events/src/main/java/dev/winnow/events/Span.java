package dev.winnow.events;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * A stretch of characters of an original text; in JSON a pair {@code [from, to]}.
 *
 * @param from the first UTF-16 code unit, from 0
 * @param to the code unit after the last; greater than {@code from}
 */
@JsonFormat(shape = JsonFormat.Shape.ARRAY)
@JsonPropertyOrder({"from", "to"})
public record Span(int from, int to) {

    public Span {
        if (from < 0 || to <= from) {
            throw new IllegalArgumentException("a span needs 0 <= from < to, not " + from + ", " + to);
        }
    }
}
