package dev.winnow.worker.moderated;

import dev.winnow.events.Topics;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.MicrometerConsumerListener;
import org.springframework.kafka.listener.BatchMessageListener;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.stereotype.Component;
import org.springframework.util.backoff.ExponentialBackOff;

/** Makes listeners to {@code comments.moderated}, from the topic's beginning, that never pass a record over. */
@Component
public class ModeratedListeners {

    private final KafkaProperties kafka;
    private final MeterRegistry registry;

    ModeratedListeners(KafkaProperties kafka, MeterRegistry registry) {
        this.kafka = kafka;
        this.registry = registry;
    }

    /**
     * A listener for a consumer group. A batch at which it throws comes again until it does not.
     *
     * @param name the bean's name, which its thread bears
     * @param group the consumer group
     * @param listener what takes the batches
     * @param retryAtMost the longest pause before a batch comes again
     * @param batch the most records in a batch
     */
    public ConcurrentMessageListenerContainer<byte[], byte[]> listening(
            String name, String group, BatchMessageListener<byte[], byte[]> listener, Duration retryAtMost, int batch) {
        var properties = consumerProperties(kafka);
        properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, batch);
        var consumers = new DefaultKafkaConsumerFactory<byte[], byte[]>(properties);
        consumers.addListener(new MicrometerConsumerListener<>(registry));
        var container = new ContainerProperties(Topics.MODERATED);
        container.setGroupId(group);
        container.setClientId(group);
        container.setMessageListener(listener);
        var listening = new ConcurrentMessageListenerContainer<>(consumers, container);
        listening.setBeanName(name);
        listening.setCommonErrorHandler(againForEver(retryAtMost));
        return listening;
    }

    private static DefaultErrorHandler againForEver(Duration atMost) {
        var pause = new ExponentialBackOff(200, 2);
        pause.setMaxInterval(atMost.toMillis());
        var handler = new DefaultErrorHandler(pause);
        handler.setClassifications(Map.of(), true);
        return handler;
    }

    /** How a consumer of the topic is set up, whatever its group. */
    public static Map<String, Object> consumerProperties(KafkaProperties kafka) {
        var properties = kafka.buildConsumerProperties();
        properties.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        properties.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 500);
        return properties;
    }
}
