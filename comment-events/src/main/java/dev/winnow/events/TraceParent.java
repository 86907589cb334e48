package dev.winnow.events;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The place of a piece of work in a distributed trace, as W3C Trace Context (version 00) writes it.
 *
 * @param traceId 32 hexadecimal digits, not all zero
 * @param spanId 16 hexadecimal digits, not all zero
 * @param flags two hexadecimal digits; bit 0 says that the trace is recorded
 */
public record TraceParent(String traceId, String spanId, String flags) {

    /** The header's name, in HTTP and in Kafka. */
    public static final String HEADER = "traceparent";

    private static final Pattern FORM =
            Pattern.compile("(?!ff)[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-([0-9a-f]{2})(-.*)?");

    /** The place that a header names, or a new trace where it names none or is malformed. */
    public static TraceParent continuedFrom(@Nullable String header) {
        if (header != null && header.length() <= 128) {
            var matcher = FORM.matcher(header);
            if (matcher.matches()) {
                return new TraceParent(matcher.group(1), hex(1), matcher.group(3));
            }
        }
        return new TraceParent(hex(2), hex(1), "00");
    }

    /** A step within the same trace. */
    public TraceParent next() {
        return new TraceParent(traceId, hex(1), flags);
    }

    /** The header's value. */
    public String header() {
        return "00-" + traceId + "-" + spanId + "-" + flags;
    }

    private static String hex(int longs) {
        var random = ThreadLocalRandom.current();
        var digits = new StringBuilder(16 * longs);
        for (int i = 0; i < longs; i++) {
            digits.append(HexFormat.of().toHexDigits(random.nextLong() | 1L));
        }
        return digits.toString();
    }
}
