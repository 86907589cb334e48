package dev.winnow.worker.topology;

import dev.winnow.events.CloudEventHeaders;
import dev.winnow.events.CommentDecided;
import dev.winnow.events.Event;
import dev.winnow.events.ModeratedComment;
import dev.winnow.events.ReaderCommand;
import dev.winnow.worker.metrics.WorkerMetrics;
import dev.winnow.worker.ownership.Effect;
import dev.winnow.worker.ownership.Owned;
import dev.winnow.worker.ownership.Ownership;
import dev.winnow.worker.ownership.Taken;
import java.time.Duration;
import java.util.function.Function;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Owns the comments of one partition: takes each command, keeps what came of it, sends the comment as it now stands.
 * Lives on the stream thread of its task, which is the only one in all instances that takes commands of these comments.
 */
final class Owner implements Processor<String, Event, String, ModeratedComment> {

    static final String STORE = "comments";
    static final String SOURCE = "/winnow/moderation-worker";

    private final Function<ProcessorContext<?, ?>, Screener> screeners;
    private final WorkerMetrics metrics;
    private ProcessorContext<String, ModeratedComment> context;
    private KeyValueStore<String, Owned> comments;
    private Ownership ownership;

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before process
    Owner(Function<ProcessorContext<?, ?>, Screener> screeners, WorkerMetrics metrics) {
        this.screeners = screeners;
        this.metrics = metrics;
    }

    @Override
    public void init(ProcessorContext<String, ModeratedComment> context) {
        this.context = context;
        this.comments = context.getStateStore(STORE);
        this.ownership = new Ownership(screeners.apply(context));
    }

    @Override
    public void process(Record<String, Event> record) {
        var command = record.value();
        if (!command.key().equals(record.key())) {
            throw new SetAside(SetAside.Reason.MISPLACED, "the key is not the id of the comment");
        }
        var before = comments.get(record.key());
        var taken = take(before, command);
        if (taken.owned() != null && taken.owned() != before) {
            comments.put(record.key(), taken.owned());
        }
        metrics.taken(command, taken);
        if (taken.effect() == Effect.NEW) {
            metrics.moderatedAfter(Duration.ofMillis(context.currentSystemTimeMs() - record.timestamp()));
        }
        var event = taken.event();
        if (event != null) {
            context.forward(record.withValue(event).withHeaders(headers(record.headers(), event)));
        }
    }

    private Taken take(@Nullable Owned before, Event command) {
        var position = context.recordMetadata().orElseThrow().offset() + 1;
        return command instanceof CommentDecided decision
                ? ownership.take(before, decision, position)
                : ownership.take(before, (ReaderCommand) command, position);
    }

    private static Headers headers(Headers cause, ModeratedComment event) {
        var headers = new RecordHeaders();
        var trace = CloudEventHeaders.trace(cause).next();
        CloudEventHeaders.write(headers, event, event.id() + ":" + event.revision(), SOURCE, trace);
        return headers;
    }
}
