package dev.winnow.worker.review;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.MicrometerProducerListener;
import org.springframework.kafka.support.SendResult;
import org.springframework.stereotype.Component;

/** Sends what the desk has to say, and gives up soon: a moderator waits. */
@Component
class ReviewProducer implements DisposableBean {

    private final DefaultKafkaProducerFactory<byte[], byte[]> factory;
    private final KafkaTemplate<byte[], byte[]> template;

    ReviewProducer(KafkaProperties kafka, DecisionSettings settings, MeterRegistry registry) {
        var properties = kafka.buildProducerProperties();
        properties.put(ProducerConfig.CLIENT_ID_CONFIG, "winnow-review");
        properties.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        properties.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        properties.put(ProducerConfig.ACKS_CONFIG, "all");
        properties.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, millis(settings.sendTimeout()));
        properties.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, millis(settings.sendTimeout()));
        properties.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, millis(settings.sendTimeout()));
        factory = new DefaultKafkaProducerFactory<>(properties);
        factory.addListener(new MicrometerProducerListener<>(registry));
        template = new KafkaTemplate<>(factory);
    }

    /** Sends a record; may block for the settings' time while it looks for the broker. */
    CompletableFuture<RecordMetadata> send(ProducerRecord<byte[], byte[]> outgoing) {
        return template.send(outgoing).thenApply(SendResult::getRecordMetadata);
    }

    private static int millis(Duration duration) {
        return Math.toIntExact(duration.toMillis());
    }

    @Override
    public void destroy() {
        factory.destroy();
    }
}
