package dev.winnow.worker.topology;

import dev.winnow.events.CommentDecided;
import dev.winnow.events.Event;
import dev.winnow.events.EventJson;
import dev.winnow.events.ModeratedComment;
import dev.winnow.events.ReaderCommand;
import dev.winnow.events.Topics;
import dev.winnow.worker.authors.AuthorHistories;
import dev.winnow.worker.metrics.WorkerMetrics;
import dev.winnow.worker.ownership.Owned;
import dev.winnow.worker.policy.PolicyTable;
import java.util.Set;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * Commands on comments, from readers and from deciders, to comments as they stand. Both topics meet in one owner per
 * partition, which works because they have equally many partitions ({@link TopicSetup} checks it).
 */
final class ModerationTopology {

    private static final Serde<ReaderCommand> ASKED = EventSerdes.commands(EventJson::readerCommand);
    private static final Serde<CommentDecided> DECIDED = EventSerdes.commands(EventJson::decided);
    private static final Serde<ModeratedComment> MODERATED = EventSerdes.states(EventJson::moderated);

    private ModerationTopology() {}

    static void addTo(
            StreamsBuilder builder, ScreeningFunction screening, PolicyTable policies, WorkerMetrics metrics) {
        // Kept on disk and in a changelog; uncached, as a comment is seldom asked for twice in a row.
        var comments = Stores.keyValueStoreBuilder(
                Stores.persistentKeyValueStore(Owner.STORE), Serdes.String(), EventJson.own(Owned.class));
        var owner = new OwnerSupplier(screening, policies, metrics, comments);
        var asked = builder.stream(
                        Topics.SUBMITTED, Consumed.with(Serdes.String(), ASKED).withName("asked"))
                .process(owner, Named.as("owner-asked"));
        var decided = builder.stream(
                        Topics.DECIDED, Consumed.with(Serdes.String(), DECIDED).withName("decided"))
                .process(owner, Named.as("owner-decided"));
        asked.merge(decided, Named.as("as-they-stand"))
                .to(Topics.MODERATED, Produced.with(Serdes.String(), MODERATED).withName("moderated"));
    }

    private record OwnerSupplier(
            ScreeningFunction screening, PolicyTable policies, WorkerMetrics metrics, StoreBuilder<?> comments)
            implements ProcessorSupplier<String, Event, String, ModeratedComment> {

        @Override
        public Processor<String, Event, String, ModeratedComment> get() {
            return new Owner(this::screener, metrics);
        }

        @Override
        public Set<StoreBuilder<?>> stores() {
            return Set.of(comments);
        }

        private Screener screener(ProcessorContext<?, ?> context) {
            return new Screener(
                    screening,
                    policies,
                    context.getStateStore(AuthorHistories.STORE),
                    context.getStateStore(GlobalTables.TITLES),
                    metrics);
        }
    }
}
