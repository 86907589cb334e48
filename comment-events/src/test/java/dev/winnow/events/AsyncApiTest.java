package dev.winnow.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.testing.AsyncApiContract;
import java.nio.file.Path;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

/** The document agrees with the records; that services send nothing else is tested where they run. */
class AsyncApiTest {

    private final AsyncApiContract contract;

    AsyncApiTest() throws Exception {
        contract = AsyncApiContract.read(Path.of("..", "docs", "asyncapi.yml"));
    }

    @Test
    void everyEventIsAsTheDocumentSays() {
        for (var event : Examples.ALL) {
            var headers = new RecordHeaders();
            var id = event instanceof ModeratedComment moderated ? moderated.id() + ":" + moderated.revision() : "1";
            CloudEventHeaders.write(headers, event, id, "/winnow/moderation-worker", TraceParent.continuedFrom(null));

            assertThat(contract.violations(Examples.topicOf(event), headers, EventJson.write(event)))
                    .isEmpty();
        }
    }

    @Test
    void whatTheDocumentDoesNotAllowIsFound() {
        var headers = EventJsonTest.headersOf(Examples.SUBMITTED);
        var wrong = new String(EventJson.write(Examples.SUBMITTED), UTF_8).replace("\"text\"", "\"body\"");

        assertThat(contract.violations(Topics.SUBMITTED, headers, wrong.getBytes(UTF_8)))
                .isNotEmpty();
        assertThat(contract.violations(Topics.DECIDED, headers, EventJson.write(Examples.SUBMITTED)))
                .isNotEmpty();
        assertThat(contract.violations(Topics.SUBMITTED, new RecordHeaders(), EventJson.write(Examples.SUBMITTED)))
                .isNotEmpty();
    }

    @Test
    void everyTopicIsInTheDocument() {
        assertThat(Topics.ALL.stream().map(Topics.Topic::name).filter(name -> !name.endsWith(".dlt")))
                .allSatisfy(topic -> assertThat(contract.violations(topic, new RecordHeaders(), null))
                        .isEmpty());
    }
}
