package dev.winnow.worker.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.winnow.events.Topics;
import dev.winnow.worker.metrics.WorkerMetrics;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler;
import org.apache.kafka.streams.errors.ProductionExceptionHandler;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts what cannot be processed onto {@code <topic>.dlt}, as it came, with the reason in its headers, and lets the
 * partition move on. Kafka Streams makes one for each of the three places where a record can fail and sends the dead
 * letters through the task's own producer, so that they are under the same guarantee as all else. Where not the record
 * but Kafka or a store is at fault nothing is set aside: the stream thread fails, is replaced, and takes the record again.
 */
public final class DeadLetters
        implements DeserializationExceptionHandler, ProcessingExceptionHandler, ProductionExceptionHandler {

    /** The key under which the settings of Kafka Streams carry {@link WorkerMetrics} to this class. */
    static final String METRICS = "winnow.worker.metrics";

    static final String REASON = "dlt_reason";
    static final String ERROR = "dlt_error";
    static final String TOPIC = "dlt_topic";
    static final String PARTITION = "dlt_partition";
    static final String OFFSET = "dlt_offset";

    private static final Logger LOG = LoggerFactory.getLogger(DeadLetters.class);

    private static final Set<String> TOPICS =
            Topics.ALL.stream().map(Topics.Topic::name).collect(Collectors.toUnmodifiableSet());

    private @Nullable WorkerMetrics metrics;

    @Override
    public void configure(Map<String, ?> configs) {
        metrics = (WorkerMetrics) configs.get(METRICS);
    }

    @Override
    public DeserializationExceptionHandler.Response handleError(
            ErrorHandlerContext context, ConsumerRecord<byte[], byte[]> record, Exception exception) {
        var reason = exception instanceof SetAside set ? set.reason() : SetAside.Reason.UNREADABLE;
        if (reason == SetAside.Reason.NEWER_KIND && record.topic().equals(Topics.MODERATED)) {
            // Here the worker only views what an owner wrote; the owner of a newer release knows it.
            metrics().passedOver(record.topic());
            return DeserializationExceptionHandler.Response.resume();
        }
        var place = new Place(record.topic(), record.partition(), record.offset(), record.timestamp());
        return DeserializationExceptionHandler.Response.resume(
                setAside(place, record.key(), record.value(), record.headers(), reason, exception));
    }

    @Override
    public ProcessingExceptionHandler.Response handleError(
            ErrorHandlerContext context, Record<?, ?> record, Exception exception) {
        if (exception instanceof KafkaException) {
            return ProcessingExceptionHandler.Response.fail();
        }
        var reason = exception instanceof SetAside set ? set.reason() : SetAside.Reason.FAILED;
        return ProcessingExceptionHandler.Response.resume(setAside(context, reason, exception));
    }

    @Override
    public ProductionExceptionHandler.Response handleError(
            ErrorHandlerContext context, ProducerRecord<byte[], byte[]> record, Exception exception) {
        return exception instanceof RecordTooLargeException
                ? ProductionExceptionHandler.Response.resume(setAside(context, SetAside.Reason.UNWRITABLE, exception))
                : ProductionExceptionHandler.Response.fail();
    }

    @Override
    @SuppressWarnings("rawtypes") // as Kafka Streams declares it
    public ProductionExceptionHandler.Response handleSerializationError(
            ErrorHandlerContext context,
            ProducerRecord record,
            Exception exception,
            SerializationExceptionOrigin origin) {
        return ProductionExceptionHandler.Response.resume(setAside(context, SetAside.Reason.UNWRITABLE, exception));
    }

    private List<ProducerRecord<byte[], byte[]>> setAside(
            ErrorHandlerContext context, SetAside.Reason reason, Exception exception) {
        var place = new Place(context.topic(), context.partition(), context.offset(), context.timestamp());
        return setAside(place, context.sourceRawKey(), context.sourceRawValue(), context.headers(), reason, exception);
    }

    private List<ProducerRecord<byte[], byte[]>> setAside(
            Place place,
            byte @Nullable [] key,
            byte @Nullable [] value,
            Headers headers,
            SetAside.Reason reason,
            Exception exception) {
        // Only our own messages are known to name no content.
        var why = exception instanceof SetAside
                ? exception.getMessage()
                : exception.getClass().getName();
        metrics().deadLetter(TOPICS.contains(place.topic) ? place.topic : "internal", reason.word());
        LOG.warn("Set aside {}: {} ({})", place, reason.word(), why, exception instanceof SetAside ? null : exception);
        if (!TOPICS.contains(place.topic)) {
            return List.of();
        }
        var kept = new RecordHeaders(headers);
        put(kept, REASON, reason.word());
        put(kept, ERROR, why);
        put(kept, TOPIC, place.topic);
        put(kept, PARTITION, Integer.toString(place.partition));
        put(kept, OFFSET, Long.toString(place.offset));
        var timestamp = place.timestamp < 0 ? null : place.timestamp;
        return List.of(new ProducerRecord<>(Topics.deadLetters(place.topic), null, timestamp, key, value, kept));
    }

    private WorkerMetrics metrics() {
        if (metrics == null) {
            throw new IllegalStateException(METRICS + " is missing from the settings");
        }
        return metrics;
    }

    private static void put(Headers headers, String name, @Nullable String value) {
        headers.remove(name);
        headers.add(name, String.valueOf(value).getBytes(UTF_8));
    }

    private record Place(String topic, int partition, long offset, Long timestamp) {
        @Override
        public String toString() {
            return topic + "-" + partition + "@" + offset;
        }
    }
}
