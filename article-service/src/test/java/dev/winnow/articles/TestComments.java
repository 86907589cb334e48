package dev.winnow.articles;

import dev.winnow.events.Author;
import dev.winnow.events.CloudEventHeaders;
import dev.winnow.events.Comment;
import dev.winnow.events.Event;
import dev.winnow.events.EventJson;
import dev.winnow.events.LogPosition;
import dev.winnow.events.ModeratedComment;
import dev.winnow.events.Status;
import dev.winnow.events.Topics;
import dev.winnow.events.TraceParent;
import dev.winnow.events.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** Comments for tests, as the moderation worker sends them. */
public record TestComments(
        String id,
        String site,
        String article,
        String author,
        String text,
        @Nullable String parentId,
        Instant submittedAt,
        @Nullable Instant editedAt,
        Status status,
        long revision) {

    /** The time of the first comment of a thread; a fixed one, so that orders are known. */
    public static final Instant START = Instant.parse("2025-06-20T16:36:49Z");

    /** An approved comment, some seconds after the start. */
    public static TestComments approved(String article, int second, String text) {
        return new TestComments(
                UUID.randomUUID().toString(),
                "default",
                article,
                "西边林上云",
                text,
                null,
                START.plusSeconds(second),
                null,
                Status.APPROVED,
                1);
    }

    public TestComments by(String name) {
        return new TestComments(id, site, article, name, text, parentId, submittedAt, editedAt, status, revision);
    }

    public TestComments at(Instant time) {
        return new TestComments(id, site, article, author, text, parentId, time, editedAt, status, revision);
    }

    public TestComments answering(TestComments parent) {
        return new TestComments(id, site, article, author, text, parent.id, submittedAt, editedAt, status, revision);
    }

    /** The next revision, with another status. */
    public TestComments becomes(Status next) {
        return new TestComments(id, site, article, author, text, parentId, submittedAt, editedAt, next, revision + 1);
    }

    /** The next revision, with another text. */
    public TestComments edited(String newText) {
        return new TestComments(
                id,
                site,
                article,
                author,
                newText,
                parentId,
                submittedAt,
                submittedAt.plusSeconds(60),
                status,
                revision + 1);
    }

    /** The event that says so. */
    public ModeratedComment event() {
        var comment = new Comment(
                id,
                site,
                article,
                parentId,
                new Author(author, null, "someone@example.org", false),
                text,
                null,
                submittedAt,
                editedAt,
                "origin",
                true);
        var outcome = status == Status.FLAGGED ? Verdict.Outcome.FLAG : Verdict.Outcome.APPROVE;
        return new ModeratedComment(
                comment,
                status,
                revision,
                new LogPosition(revision, 0),
                revision,
                0,
                new Verdict(outcome, 0, 0, List.of(), 0, "test"),
                List.of(),
                List.of(),
                submittedAt);
    }

    /** The record that carries it. */
    public ProducerRecord<String, byte[]> record() {
        return record(Topics.MODERATED, event());
    }

    /** The record that carries an event. */
    public static ProducerRecord<String, byte[]> record(String topic, Event event) {
        var record = new ProducerRecord<>(topic, event.key(), EventJson.write(event));
        CloudEventHeaders.write(
                record.headers(),
                event,
                UUID.randomUUID().toString(),
                "/winnow/moderation-worker",
                TraceParent.continuedFrom(null));
        return record;
    }
}
