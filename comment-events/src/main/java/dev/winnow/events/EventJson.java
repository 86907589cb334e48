package dev.winnow.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/** The JSON form of events and how a record is read back by its kind. Safe for any thread. */
public final class EventJson {

    /** Readers pass over fields that they do not know; absent is the same as null. */
    public static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    private static final Map<String, Class<? extends ReaderCommand>> READER_COMMANDS = Map.of(
            CommentSubmitted.TYPE,
            CommentSubmitted.class,
            CommentEdited.TYPE,
            CommentEdited.class,
            CommentWithdrawn.TYPE,
            CommentWithdrawn.class,
            CommentReported.TYPE,
            CommentReported.class,
            CommentAppealed.TYPE,
            CommentAppealed.class);

    private EventJson() {}

    /** Writes an event's value. */
    public static byte[] write(Object event) {
        return MAPPER.writeValueAsBytes(event);
    }

    /** Reads a record of {@link Topics#SUBMITTED}. */
    public static Received<ReaderCommand> readerCommand(Headers headers, byte[] value) {
        var type = CloudEventHeaders.type(headers);
        if (type == null) {
            return new Received.Unreadable<>("the header " + CloudEventHeaders.TYPE + " is missing");
        }
        var known = READER_COMMANDS.get(type);
        return known == null ? new Received.NewerKind<>(type) : read(known, value);
    }

    /** Reads a record of {@link Topics#DECIDED}. */
    public static Received<CommentDecided> decided(Headers headers, byte[] value) {
        return ofOneKind(CommentDecided.class, CommentDecided.TYPE, headers, value);
    }

    /** Reads a record of {@link Topics#MODERATED}. */
    public static Received<ModeratedComment> moderated(Headers headers, byte[] value) {
        var type = CloudEventHeaders.type(headers);
        if (type != null && !isStatusType(type)) {
            return new Received.NewerKind<>(type);
        }
        return read(ModeratedComment.class, value);
    }

    /** Reads a record of {@link Topics#POLICIES}. */
    public static Received<Policy> policy(Headers headers, byte[] value) {
        return ofOneKind(Policy.class, Policy.TYPE, headers, value);
    }

    /** Reads a record of {@link Topics#AUTHORS}. */
    public static Received<AuthorHistory> authorHistory(Headers headers, byte[] value) {
        return ofOneKind(AuthorHistory.class, AuthorHistory.TYPE, headers, value);
    }

    /** Reads a record of {@link Topics#ARTICLES}. */
    public static Received<Article> article(Headers headers, byte[] value) {
        return ofOneKind(Article.class, Article.TYPE, headers, value);
    }

    /**
     * Reads and writes {@link Received}, for stream topologies. A missing value (a tombstone) stays null. Only known
     * events can be written.
     *
     * @param reader one of the readers above
     */
    public static <T extends Event> Serde<Received<T>> received(Reader<T> reader) {
        Serializer<Received<T>> serializer = (topic, received) -> {
            if (received == null) {
                return null;
            }
            if (received instanceof Received.Known<T> known) {
                return write(known.event());
            }
            throw new IllegalArgumentException("only known events can be written");
        };
        return Serdes.serdeFrom(serializer, new ReceivedDeserializer<>(reader));
    }

    /** Reads and writes one kind of value that never leaves the topology that made it, such as a store's. */
    public static <T> Serde<T> own(Class<T> type) {
        return Serdes.serdeFrom(
                (topic, value) -> value == null ? null : write(value),
                (topic, bytes) -> bytes == null ? null : MAPPER.readValue(bytes, type));
    }

    private static boolean isStatusType(String type) {
        for (var status : Status.values()) {
            if (type.equals(ModeratedComment.TYPE_PREFIX + status.word())) {
                return true;
            }
        }
        return false;
    }

    private static <T extends Event> Received<T> ofOneKind(Class<T> kind, String name, Headers headers, byte[] value) {
        var type = CloudEventHeaders.type(headers);
        return type == null || type.equals(name) ? read(kind, value) : new Received.NewerKind<>(type);
    }

    private static <T extends Event> Received<T> read(Class<? extends T> kind, byte[] value) {
        try {
            T event = MAPPER.readValue(value, kind);
            if (event == null) {
                return new Received.Unreadable<>("the value is JSON null");
            }
            return new Received.Known<>(event);
        } catch (JacksonException e) {
            return new Received.Unreadable<>(
                    "not a " + kind.getSimpleName() + ": " + e.getClass().getSimpleName());
        }
    }

    /** Turns a record's headers and value into an event, or says why not. */
    @FunctionalInterface
    public interface Reader<T extends Event> {
        Received<T> read(Headers headers, byte[] value);
    }

    private record ReceivedDeserializer<T extends Event>(Reader<T> reader) implements Deserializer<Received<T>> {

        @Override
        public @Nullable Received<T> deserialize(String topic, byte[] data) {
            throw new UnsupportedOperationException("an event is read with its headers");
        }

        @Override
        public @Nullable Received<T> deserialize(String topic, Headers headers, byte[] data) {
            return data == null ? null : reader.read(headers, data);
        }
    }
}
