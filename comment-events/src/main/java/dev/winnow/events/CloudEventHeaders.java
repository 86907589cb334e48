package dev.winnow.events;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** The headers of an event: CloudEvents 1.0 in Kafka's binary mode, and the trace it belongs to. */
public final class CloudEventHeaders {

    public static final String ID = "ce_id";
    public static final String TYPE = "ce_type";
    public static final String SOURCE = "ce_source";
    public static final String SUBJECT = "ce_subject";
    public static final String TIME = "ce_time";
    public static final String SPEC_VERSION = "ce_specversion";
    public static final String CONTENT_TYPE = "content-type";

    private CloudEventHeaders() {}

    /**
     * Puts an event's headers in the place of those of the same names.
     *
     * @param headers where to
     * @param event the event
     * @param id the CloudEvents id, unique within the source
     * @param source who sends it, such as {@code /winnow/comment-ingest}
     * @param trace the trace it belongs to
     */
    public static void write(Headers headers, Event event, String id, String source, TraceParent trace) {
        put(headers, SPEC_VERSION, "1.0");
        put(headers, ID, id);
        put(headers, TYPE, event.eventType());
        put(headers, SOURCE, source);
        put(headers, SUBJECT, event.key());
        put(headers, TIME, time(event.happenedAt()));
        put(headers, CONTENT_TYPE, "application/json");
        put(headers, TraceParent.HEADER, trace.header());
    }

    /** The event's kind, or null where the header is missing. */
    public static @Nullable String type(Headers headers) {
        return get(headers, TYPE);
    }

    /** The trace that a record belongs to; a new one where it names none. */
    public static TraceParent trace(Headers headers) {
        return TraceParent.continuedFrom(get(headers, TraceParent.HEADER));
    }

    /** A header's last value, or null. */
    public static @Nullable String get(Headers headers, String name) {
        var header = headers.lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), UTF_8);
    }

    private static String time(Instant instant) {
        return DateTimeFormatter.ISO_INSTANT.format(instant);
    }

    private static void put(Headers headers, String name, String value) {
        headers.remove(name);
        headers.add(name, value.getBytes(UTF_8));
    }
}
