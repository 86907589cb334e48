package dev.winnow.worker.topology;

import dev.winnow.worker.metrics.WorkerMetrics;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.stereotype.Component;

/** The settings of Kafka Streams: those of {@code spring.kafka} (addresses, security), then ours. */
@Component
class StreamsProperties {

    private final KafkaProperties kafka;
    private final StreamsSettings settings;
    private final StoreMemory memory;
    private final WorkerMetrics metrics;

    StreamsProperties(KafkaProperties kafka, StreamsSettings settings, StoreMemory memory, WorkerMetrics metrics) {
        this.kafka = kafka;
        this.settings = settings;
        this.memory = memory;
        this.metrics = metrics;
    }

    Properties build() {
        var all = new Properties();
        all.putAll(kafka.buildStreamsProperties());
        all.put(StreamsConfig.APPLICATION_ID_CONFIG, settings.applicationId());
        all.put(
                StreamsConfig.PROCESSING_GUARANTEE_CONFIG,
                settings.exactlyOnce() ? StreamsConfig.EXACTLY_ONCE_V2 : StreamsConfig.AT_LEAST_ONCE);
        all.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, settings.threads());
        all.put(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, settings.standbys());
        all.put(StreamsConfig.STATE_DIR_CONFIG, settings.directory());
        all.put(
                StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG,
                settings.cache().toBytes());
        all.put(
                StreamsConfig.COMMIT_INTERVAL_MS_CONFIG,
                settings.commitInterval().toMillis());
        // A store or a repartition topic without a name of ours would get a number, and lose its state to the next
        // change.
        all.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        all.putIfAbsent(StreamsConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 200);
        setAside(all);
        clients(all);
        return all;
    }

    private void setAside(Properties all) {
        all.put(DeadLetters.METRICS, metrics);
        all.put(StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, DeadLetters.class);
        all.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, DeadLetters.class);
        all.put(StreamsConfig.PRODUCTION_EXCEPTION_HANDLER_CLASS_CONFIG, DeadLetters.class);
    }

    private void clients(Properties all) {
        var delivery = (int) settings.deliveryTimeout().toMillis();
        var session = (int) settings.sessionTimeout().toMillis();
        all.put(StreamsConfig.producerPrefix(ProducerConfig.ACKS_CONFIG), "all");
        all.put(
                StreamsConfig.producerPrefix(ProducerConfig.LINGER_MS_CONFIG),
                settings.linger().toMillis());
        all.put(StreamsConfig.producerPrefix(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG), delivery);
        all.put(StreamsConfig.producerPrefix(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG), delivery / 2);
        all.put(StreamsConfig.producerPrefix(ProducerConfig.MAX_BLOCK_MS_CONFIG), delivery);
        all.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), session);
        all.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG), session / 10);
        if (settings.instance() != null) {
            all.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG), settings.instance());
        }
    }
}
