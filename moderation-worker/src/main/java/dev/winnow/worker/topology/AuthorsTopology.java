package dev.winnow.worker.topology;

import dev.winnow.events.AuthorHistory;
import dev.winnow.events.CloudEventHeaders;
import dev.winnow.events.EventJson;
import dev.winnow.events.ModeratedComment;
import dev.winnow.events.Topics;
import dev.winnow.worker.authors.AuthorHistories;
import dev.winnow.worker.metrics.WorkerMetrics;
import java.util.UUID;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Grouped;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.processor.api.ContextualFixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.apache.kafka.streams.state.Stores;

/**
 * Comments as they stand, by author, to how each author's latest comments ended. Gathering is spread by author; only the
 * outcome is known everywhere. A comment of an author without a key, and a tombstone, say nothing about anybody.
 */
final class AuthorsTopology {

    private static final Serde<ModeratedComment> MODERATED = EventSerdes.states(EventJson::moderated);
    private static final Serde<AuthorHistory.Outcome> OUTCOME = EventJson.own(AuthorHistory.Outcome.class);
    private static final Serde<AuthorHistory> HISTORY = EventJson.own(AuthorHistory.class);

    private AuthorsTopology() {}

    static void addTo(StreamsBuilder builder, WorkerMetrics metrics) {
        var histories = new AuthorHistories(metrics);
        builder.stream(
                        Topics.MODERATED,
                        Consumed.with(Serdes.String(), MODERATED).withName("ended"))
                .filter(
                        (id, comment) -> comment != null && AuthorHistories.key(comment.comment()) != null,
                        Named.as("known-authors"))
                .map(
                        (id, comment) ->
                                KeyValue.pair(AuthorHistories.key(comment.comment()), AuthorHistories.outcome(comment)),
                        Named.as("outcomes"))
                .groupByKey(Grouped.with("by-author", Serdes.String(), OUTCOME))
                // Cached: an author's comments within one commit make one event.
                .aggregate(
                        () -> null,
                        histories::gather,
                        Named.as("gather"),
                        Materialized.<String, AuthorHistory>as(Stores.persistentKeyValueStore("gathered"))
                                .withKeySerde(Serdes.String())
                                .withValueSerde(HISTORY)
                                .withCachingEnabled())
                .toStream(Named.as("histories"))
                .processValues(WithHeaders::new, Named.as("history-headers"))
                .to(Topics.AUTHORS, Produced.with(Serdes.String(), HISTORY).withName("authors"));
    }

    private static final class WithHeaders extends ContextualFixedKeyProcessor<String, AuthorHistory, AuthorHistory> {

        @Override
        public void process(FixedKeyRecord<String, AuthorHistory> record) {
            var headers = new RecordHeaders();
            var trace = CloudEventHeaders.trace(record.headers()).next();
            CloudEventHeaders.write(headers, record.value(), UUID.randomUUID().toString(), Owner.SOURCE, trace);
            context().forward(record.withHeaders(headers));
        }
    }
}
