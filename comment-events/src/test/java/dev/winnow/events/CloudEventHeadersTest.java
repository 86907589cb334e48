package dev.winnow.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudevents.kafka.KafkaMessageFactory;
import java.time.OffsetDateTime;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

class CloudEventHeadersTest {

    @Test
    void anyCloudEventsReaderUnderstandsThem() {
        for (var event : Examples.ALL) {
            var headers = EventJsonTest.headersOf(event);

            var read = KafkaMessageFactory.createReader(headers, EventJson.write(event))
                    .toEvent();

            assertThat(read.getType()).isEqualTo(event.eventType());
            assertThat(read.getId()).isEqualTo("id-1");
            assertThat(read.getSource()).hasToString("/winnow/comment-ingest");
            assertThat(read.getSubject()).isEqualTo(event.key());
            assertThat(read.getTime())
                    .isEqualTo(OffsetDateTime.parse(event.happenedAt().toString()));
            assertThat(read.getDataContentType()).isEqualTo("application/json");
        }
    }

    @Test
    void writingAgainLeavesOneOfEach() {
        var headers = new RecordHeaders();
        var trace = TraceParent.continuedFrom(null);

        CloudEventHeaders.write(headers, Examples.SUBMITTED, "1", "/winnow/comment-ingest", trace);
        CloudEventHeaders.write(headers, Examples.MODERATED, "2", "/winnow/moderation-worker", trace.next());

        assertThat(headers.headers(CloudEventHeaders.ID)).hasSize(1);
        assertThat(CloudEventHeaders.type(headers)).isEqualTo("winnow.comment.flagged");
        assertThat(CloudEventHeaders.trace(headers).traceId()).isEqualTo(trace.traceId());
    }
}
