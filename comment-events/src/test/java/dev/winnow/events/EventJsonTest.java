package dev.winnow.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

class EventJsonTest {

    @Test
    void everyEventComesBackAsItWasSent() {
        for (var event : Examples.ALL) {
            assertThat(read(Examples.topicOf(event), headersOf(event), EventJson.write(event)))
                    .isEqualTo(new Received.Known<>(event));
        }
    }

    @Test
    void fieldsOfANewerReleaseArePassedOver() {
        var json = new String(EventJson.write(Examples.MODERATED), UTF_8);
        var newer = json.replaceFirst("\\{", "{\"mood\":{\"deep\":[1,2]},")
                .replace("\"verdict\":{", "\"verdict\":{\"x\":1,");

        assertThat(EventJson.moderated(headersOf(Examples.MODERATED), newer.getBytes(UTF_8)))
                .isEqualTo(new Received.Known<>(Examples.MODERATED));
    }

    @Test
    void aKindOfANewerReleaseIsToldApartFromRubbish() {
        var headers = new RecordHeaders().add(CloudEventHeaders.TYPE, "winnow.comment.applauded".getBytes(UTF_8));

        assertThat(EventJson.readerCommand(headers, "{}".getBytes(UTF_8)))
                .isEqualTo(new Received.NewerKind<>("winnow.comment.applauded"));
        assertThat(EventJson.moderated(headers, "{}".getBytes(UTF_8)))
                .isEqualTo(new Received.NewerKind<>("winnow.comment.applauded"));
    }

    @Test
    void anEventThatLacksWhatItNeedsIsUnreadable() {
        for (var event : Examples.ALL) {
            assertThat(read(Examples.topicOf(event), headersOf(event), "{}".getBytes(UTF_8)))
                    .isInstanceOf(Received.Unreadable.class);
        }
    }

    @Test
    void aCommandWithoutAKindIsUnreadable() {
        assertThat(EventJson.readerCommand(new RecordHeaders(), EventJson.write(Examples.SUBMITTED)))
                .isInstanceOf(Received.Unreadable.class);
    }

    @Test
    void jsonIsPlain() {
        var json = new String(EventJson.write(Examples.MODERATED), UTF_8);

        assertThat(json)
                .contains("\"status\":\"flagged\"")
                .contains("\"spans\":[[0,3]]")
                .contains("\"submittedAt\":\"2025-06-20T16:36:49Z\"")
                .contains("三要素缺一不可 👍")
                .doesNotContain("parentId")
                .doesNotContain("eventType");
    }

    @Property
    void readingNeverThrows(@ForAll byte[] value) {
        for (var event : Examples.ALL) {
            assertThat(read(Examples.topicOf(event), headersOf(event), value)).isNotNull();
        }
    }

    @Property
    void readingOddJsonNeverThrows(@ForAll String text, @ForAll int cut) {
        var json = new String(EventJson.write(Examples.MODERATED), UTF_8);
        var at = Math.floorMod(cut, json.length());
        var broken = (json.substring(0, at) + text + json.substring(at)).getBytes(UTF_8);

        assertThat(EventJson.moderated(headersOf(Examples.MODERATED), broken)).isNotNull();
    }

    static Headers headersOf(Event event) {
        var headers = new RecordHeaders();
        CloudEventHeaders.write(headers, event, "id-1", "/winnow/comment-ingest", TraceParent.continuedFrom(null));
        return headers;
    }

    private static Received<? extends Event> read(String topic, Headers headers, byte[] value) {
        return switch (topic) {
            case Topics.SUBMITTED -> EventJson.readerCommand(headers, value);
            case Topics.DECIDED -> EventJson.decided(headers, value);
            case Topics.MODERATED -> EventJson.moderated(headers, value);
            case Topics.POLICIES -> EventJson.policy(headers, value);
            case Topics.AUTHORS -> EventJson.authorHistory(headers, value);
            case Topics.ARTICLES -> EventJson.article(headers, value);
            default -> throw new IllegalArgumentException(topic);
        };
    }

    @Test
    void instantsKeepTheirNanoseconds() {
        var precise =
                new CommentWithdrawn(Examples.ID, "default", "a", Instant.parse("2026-01-02T03:04:05.123456789Z"));

        assertThat(EventJson.readerCommand(headersOf(precise), EventJson.write(precise)))
                .isEqualTo(new Received.Known<>(precise));
    }
}
