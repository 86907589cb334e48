package dev.winnow.worker.review;

import dev.winnow.events.Topics;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.MicrometerConsumerListener;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.ExponentialBackOff;

/** How the view's writer is run: one consumer group over all workers, from the topic's beginning. */
@Configuration(proxyBeanMethods = false)
class ViewConfiguration {

    @Bean
    ConcurrentMessageListenerContainer<byte[], byte[]> reviewView(
            ViewWriter writer, ViewSettings settings, KafkaProperties kafka, MeterRegistry registry) {
        var consumers = new DefaultKafkaConsumerFactory<byte[], byte[]>(consumerProperties(kafka));
        consumers.addListener(new MicrometerConsumerListener<>(registry));
        var container = new ContainerProperties(Topics.MODERATED);
        container.setGroupId(settings.group());
        container.setClientId(settings.group());
        container.setMessageListener(writer);
        var listener = new ConcurrentMessageListenerContainer<>(consumers, container);
        listener.setBeanName("review-view");
        listener.setCommonErrorHandler(againForEver(settings));
        return listener;
    }

    /** Nothing is ever given up: what cannot be read does not come here, and all else is a store that is away. */
    private static DefaultErrorHandler againForEver(ViewSettings settings) {
        var pause = new ExponentialBackOff(200, 2);
        pause.setMaxInterval(settings.retryAtMost().toMillis());
        var handler = new DefaultErrorHandler(pause);
        handler.setClassifications(Map.of(), true);
        return handler;
    }

    static Map<String, Object> consumerProperties(KafkaProperties kafka) {
        var properties = kafka.buildConsumerProperties();
        properties.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        properties.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 500);
        return properties;
    }

    /** A store that is away is found out as soon as the desk wants to know. */
    @Bean
    MongoClientSettingsBuilderCustomizer storeTimeouts(ViewSettings settings) {
        var millis = Math.toIntExact(settings.storeTimeout().toMillis());
        return client -> client.applyToClusterSettings(c -> c.serverSelectionTimeout(millis, TimeUnit.MILLISECONDS))
                .applyToSocketSettings(s ->
                        s.connectTimeout(millis, TimeUnit.MILLISECONDS).readTimeout(10 * millis, TimeUnit.MILLISECONDS))
                .applyToServerSettings(s -> s.heartbeatFrequency(2, TimeUnit.SECONDS));
    }
}
