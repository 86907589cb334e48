package dev.winnow.worker.topology;

import dev.winnow.events.Article;
import dev.winnow.events.AuthorHistory;
import dev.winnow.events.Event;
import dev.winnow.events.EventJson;
import dev.winnow.events.Received;
import dev.winnow.events.Topics;
import dev.winnow.worker.authors.AuthorHistories;
import dev.winnow.worker.metrics.WorkerMetrics;
import dev.winnow.worker.policy.PolicyTable;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;

/**
 * Policies, authors' histories and articles' titles, whole on every instance. Kafka Streams reads the topics to their
 * end before it takes the first comment, and through these processors rather than by copying bytes, so that an odd record is passed
 * over and what was there before it stays in force.
 */
final class GlobalTables {

    /** The titles of articles, by {@link Article#key()}. */
    static final String TITLES = "article-titles";

    private GlobalTables() {}

    static void addTo(StreamsBuilder builder, PolicyTable policies, WorkerMetrics metrics) {
        builder.addGlobalStore(
                // Stays empty: what counts is that the topic is read. The policies, parsed once, lie in their table.
                Stores.keyValueStoreBuilder(
                                Stores.inMemoryKeyValueStore("policies"), Serdes.String(), Serdes.ByteArray())
                        .withLoggingDisabled(),
                Topics.POLICIES,
                Consumed.with(Serdes.String(), Serdes.ByteArray()).withName("policies"),
                () -> new Policies(policies, metrics));
        builder.addGlobalStore(
                Stores.keyValueStoreBuilder(
                                Stores.persistentKeyValueStore(AuthorHistories.STORE),
                                Serdes.String(),
                                EventJson.own(AuthorHistory.class))
                        .withLoggingDisabled(),
                Topics.AUTHORS,
                Consumed.with(Serdes.String(), Serdes.ByteArray()).withName("known-histories"),
                () -> new Authors(metrics));
        builder.addGlobalStore(
                Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(TITLES), Serdes.String(), Serdes.String())
                        .withLoggingDisabled(),
                Topics.ARTICLES,
                Consumed.with(Serdes.String(), Serdes.ByteArray()).withName("articles"),
                () -> new Titles(metrics));
    }

    /** The event that a record holds under its own key, or null. */
    private static <T extends Event> @Nullable T known(EventJson.Reader<T> reader, Record<String, byte[]> record) {
        return record.value() != null
                        && reader.read(record.headers(), record.value()) instanceof Received.Known<T> known
                        && known.event().key().equals(record.key())
                ? known.event()
                : null;
    }

    private record Policies(PolicyTable table, WorkerMetrics metrics) implements Processor<String, byte[], Void, Void> {

        @Override
        public void init(ProcessorContext<Void, Void> context) {
            table.clear();
        }

        @Override
        public void process(Record<String, byte[]> record) {
            if (record.key() != null && record.value() == null) {
                table.remove(record.key());
                return;
            }
            var policy = known(EventJson::policy, record);
            if (policy == null) {
                metrics.passedOver(Topics.POLICIES);
            } else {
                table.put(policy);
                metrics.policyChanged();
            }
        }
    }

    private static final class Authors implements Processor<String, byte[], Void, Void> {

        private final WorkerMetrics metrics;
        private KeyValueStore<String, AuthorHistory> histories;

        @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before process
        Authors(WorkerMetrics metrics) {
            this.metrics = metrics;
        }

        @Override
        public void init(ProcessorContext<Void, Void> context) {
            histories = context.getStateStore(AuthorHistories.STORE);
        }

        @Override
        public void process(Record<String, byte[]> record) {
            if (record.key() != null && record.value() == null) {
                histories.delete(record.key());
                return;
            }
            var history = known(EventJson::authorHistory, record);
            if (history == null) {
                metrics.passedOver(Topics.AUTHORS);
            } else {
                histories.put(record.key(), history);
            }
        }
    }

    private static final class Titles implements Processor<String, byte[], Void, Void> {

        private final WorkerMetrics metrics;
        private KeyValueStore<String, String> titles;

        @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before process
        Titles(WorkerMetrics metrics) {
            this.metrics = metrics;
        }

        @Override
        public void init(ProcessorContext<Void, Void> context) {
            titles = context.getStateStore(TITLES);
        }

        @Override
        public void process(Record<String, byte[]> record) {
            if (record.key() != null && record.value() == null) {
                titles.delete(record.key());
                return;
            }
            var article = known(EventJson::article, record);
            if (article == null) {
                metrics.passedOver(Topics.ARTICLES);
            } else {
                titles.put(record.key(), article.title());
            }
        }
    }
}
