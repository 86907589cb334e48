package dev.winnow.articles.thread;

import dev.winnow.events.CloudEventHeaders;
import dev.winnow.events.EventJson;
import dev.winnow.events.ModeratedComment;
import dev.winnow.events.Received;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What a record of {@code comments.moderated} turned out to be. Reading never throws. */
public sealed interface ModeratedRecord {

    /** Something changed. */
    record Changed(Change change) implements ModeratedRecord {}

    /** An event of a kind that a newer release introduced: passed over. */
    record NewerKind(String type) implements ModeratedRecord {}

    /** Nothing that can be projected. The reason names no content. */
    record Unreadable(String why) implements ModeratedRecord {}

    /** Reads a record. */
    static ModeratedRecord read(ConsumerRecord<String, byte[]> record) {
        if (record.key() == null) {
            return new Unreadable("the record has no key");
        }
        if (record.value() == null) {
            return new Changed(new Erasure(record.key(), record.partition(), record.offset()));
        }
        var received = EventJson.moderated(record.headers(), record.value());
        if (received instanceof Received.NewerKind<ModeratedComment> newer) {
            return new NewerKind(newer.type());
        }
        if (received instanceof Received.Unreadable<ModeratedComment> unreadable) {
            return new Unreadable(unreadable.why());
        }
        return known(record, ((Received.Known<ModeratedComment>) received).event());
    }

    private static ModeratedRecord known(ConsumerRecord<String, byte[]> record, ModeratedComment event) {
        if (!record.key().equals(event.id()) || !isCanonical(event.id())) {
            return new Unreadable("the id is not a UUID in lower case or not the record's key");
        }
        try {
            // A time that milliseconds cannot express cannot be stored either.
            event.comment().submittedAt().toEpochMilli();
        } catch (ArithmeticException e) {
            return new Unreadable("submittedAt is out of range");
        }
        var trace = CloudEventHeaders.trace(record.headers()).traceId();
        return new Changed(CommentChange.of(event, record.partition(), record.offset(), trace));
    }

    private static boolean isCanonical(String id) {
        try {
            return UUID.fromString(id).toString().equals(id);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
