package dev.winnow.worker.topology;

import dev.winnow.events.Event;
import dev.winnow.events.EventJson;
import dev.winnow.events.Received;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.jspecify.annotations.Nullable;

/**
 * Reads events for the topology, so that it sees nothing but events that it knows: anything else is thrown as {@link
 * SetAside}, which {@link DeadLetters} takes care of before the record reaches a processor.
 */
final class EventSerdes {

    private EventSerdes() {}

    /** For a topic on which every record has a value. */
    static <T extends Event> Serde<T> commands(EventJson.Reader<T> reader) {
        return serde(reader, false);
    }

    /** For a compacted topic: a tombstone is read as null. */
    static <T extends Event> Serde<T> states(EventJson.Reader<T> reader) {
        return serde(reader, true);
    }

    private static <T extends Event> Serde<T> serde(EventJson.Reader<T> reader, boolean tombstones) {
        return Serdes.serdeFrom(
                (topic, event) -> event == null ? null : EventJson.write(event),
                new KnownDeserializer<>(reader, tombstones));
    }

    private record KnownDeserializer<T extends Event>(EventJson.Reader<T> reader, boolean tombstones)
            implements Deserializer<T> {

        @Override
        public @Nullable T deserialize(String topic, byte[] data) {
            throw new UnsupportedOperationException("an event is read with its headers");
        }

        @Override
        public @Nullable T deserialize(String topic, Headers headers, byte @Nullable [] data) {
            if (data == null) {
                if (tombstones) {
                    return null;
                }
                throw new SetAside(SetAside.Reason.UNREADABLE, "the value is missing");
            }
            var received = reader.read(headers, data);
            if (received instanceof Received.Known<T> known) {
                return known.event();
            }
            if (received instanceof Received.NewerKind<T> newer) {
                throw new SetAside(
                        SetAside.Reason.NEWER_KIND, "a kind that this release does not know: " + newer.type());
            }
            throw new SetAside(SetAside.Reason.UNREADABLE, ((Received.Unreadable<T>) received).why());
        }
    }
}
