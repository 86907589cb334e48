package dev.winnow.articles.thread;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.articles.TestComments;
import dev.winnow.articles.thread.ModeratedRecord.Changed;
import dev.winnow.articles.thread.ModeratedRecord.NewerKind;
import dev.winnow.articles.thread.ModeratedRecord.Unreadable;
import dev.winnow.events.CloudEventHeaders;
import dev.winnow.events.Status;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModeratedRecordTest {

    private static final TestComments COMMENT = TestComments.approved("a", 0, "你好");

    @Test
    void anApprovedCommentBringsWhatReadersGetAndNoMore() {
        var change = (CommentChange) ((Changed) read(COMMENT)).change();

        assertThat(change.thread()).isEqualTo(new ThreadKey("default", "a"));
        assertThat(new String(java.util.Objects.requireNonNull(change.comment()).json(), UTF_8))
                .isEqualTo("{\"id\":\"" + COMMENT.id() + "\",\"author\":{\"name\":\"西边林上云\"},\"text\":\"你好\","
                        + "\"parentId\":null,\"submittedAt\":\"2025-06-20T16:36:49Z\",\"edited\":false}");
    }

    @ParameterizedTest
    @EnumSource(value = Status.class, mode = EnumSource.Mode.EXCLUDE, names = "APPROVED")
    void ofAnyOtherNothingIsKeptThatWasWritten(Status status) {
        var change = (CommentChange) ((Changed) read(COMMENT.becomes(status))).change();

        assertThat(change.comment()).isNull();
        assertThat(change.toString()).doesNotContain("你好").doesNotContain("西边林上云");
    }

    @Test
    void aCommentThatReadersNeverSawNeedsNoRemoval() {
        var flagged = new TestComments(
                COMMENT.id(), "default", "a", "x", "x", null, TestComments.START, null, Status.FLAGGED, 1);

        assertThat(((CommentChange) ((Changed) read(flagged)).change()).shown()).isFalse();
        assertThat(((CommentChange) ((Changed) read(flagged.becomes(Status.RETRACTED))).change()).shown())
                .isTrue();
    }

    @Test
    void aTombstoneErases() {
        var record = new ConsumerRecord<String, byte[]>("comments.moderated", 2, 7, COMMENT.id(), null);

        assertThat(ModeratedRecord.read(record)).isEqualTo(new Changed(new Erasure(COMMENT.id(), 2, 7)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{}", "{\"comment\":7}", "not JSON", "{\"comment\":{\"id\":"})
    void whatIsNoEventIsUnreadable(String value) {
        var record = new ConsumerRecord<>("comments.moderated", 0, 0, COMMENT.id(), value.getBytes(UTF_8));

        assertThat(ModeratedRecord.read(record)).isInstanceOf(Unreadable.class);
    }

    @Test
    void anEventUnderAnotherKeyIsUnreadable() {
        var record = new ConsumerRecord<>(
                "comments.moderated", 0, 0, "another", dev.winnow.events.EventJson.write(COMMENT.event()));

        assertThat(ModeratedRecord.read(record)).isInstanceOf(Unreadable.class);
    }

    @Test
    void aNewerKindIsPassedOver() {
        var record = new ConsumerRecord<>("comments.moderated", 0, 0, COMMENT.id(), "{}".getBytes(UTF_8));
        record.headers().add(CloudEventHeaders.TYPE, "winnow.comment.pinned".getBytes(UTF_8));

        assertThat(ModeratedRecord.read(record)).isEqualTo(new NewerKind("winnow.comment.pinned"));
    }

    private static ModeratedRecord read(TestComments comment) {
        var sent = comment.record();
        var record = new ConsumerRecord<>("comments.moderated", 1, 5, sent.key(), sent.value());
        sent.headers().forEach(record.headers()::add);
        return ModeratedRecord.read(record);
    }
}
