package dev.winnow.ingest.acknowledgement;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.stereotype.Component;

/** Makes the two Kafka clients: from {@code spring.kafka.*} as far as it says how to connect, and from what a 202 promises. */
@Component
class KafkaClients {

    private static final int LINGER_MS = 1;
    private static final long YEARS_MS = Duration.ofDays(3650).toMillis();

    private final Map<String, Object> producing;
    private final Map<String, Object> administering;

    KafkaClients(ProducerFactory<?, ?> producer, KafkaAdmin admin, AcknowledgementSettings settings) {
        this.producing = producing(
                producer.getConfigurationProperties(), (int) settings.timeout().toMillis());
        this.administering = administering(
                admin.getConfigurationProperties(), (int) settings.timeout().toMillis());
    }

    /** Fails where the brokers' names cannot be resolved, and else returns at once, wherever they are. */
    Producer<String, byte[]> producer() {
        return new KafkaProducer<>(producing, new StringSerializer(), new ByteArraySerializer());
    }

    /** As {@link #producer}. */
    Admin admin() {
        return Admin.create(administering);
    }

    private static Map<String, Object> producing(Map<String, Object> connection, int timeoutMs) {
        var config = new HashMap<>(connection);
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        config.put(ProducerConfig.LINGER_MS_CONFIG, LINGER_MS);
        config.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        // Nobody waits for a record longer than this, so Kafka need not go on trying.
        config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, timeoutMs);
        config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, timeoutMs - LINGER_MS);
        // Sending is called on event loops: it may never wait, neither for metadata nor for room in the buffer.
        config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 0);
        // And so what is known of the topic must not be forgotten when nobody writes for five minutes.
        config.put(ProducerConfig.METADATA_MAX_IDLE_CONFIG, YEARS_MS);
        reconnectSoon(config);
        return Map.copyOf(config);
    }

    private static Map<String, Object> administering(Map<String, Object> connection, int timeoutMs) {
        var config = new HashMap<>(connection);
        config.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, timeoutMs);
        config.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, timeoutMs);
        reconnectSoon(config);
        return Map.copyOf(config);
    }

    private static void reconnectSoon(Map<String, Object> config) {
        config.put(CommonClientConfigs.RECONNECT_BACKOFF_MS_CONFIG, 50);
        config.put(CommonClientConfigs.RECONNECT_BACKOFF_MAX_MS_CONFIG, 200);
    }
}
