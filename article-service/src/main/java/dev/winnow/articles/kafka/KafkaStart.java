package dev.winnow.articles.kafka;

import dev.winnow.events.Topics;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.stereotype.Component;

/**
 * Creates the topics that are missing and then starts the listeners. On a thread of its own, again and again until
 * Kafka is there: reading starts without it. A topic that exists stays as it is; {@link KafkaAdmin} would give it more
 * partitions where fewer are configured than here, and move keys away from the state that belongs to them.
 */
@Component
class KafkaStart implements SmartLifecycle, Runnable {

    private static final Logger log = LoggerFactory.getLogger(KafkaStart.class);
    private static final long PAUSE_MILLIS = 1000;
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(1);

    private final KafkaAdmin admin;
    private final TopicSettings settings;
    private final KafkaListenerEndpointRegistry listeners;
    private final Thread thread = new Thread(this, "kafka-start");
    private volatile boolean running;

    KafkaStart(KafkaAdmin admin, TopicSettings settings, KafkaListenerEndpointRegistry listeners) {
        this.admin = admin;
        this.settings = settings;
        this.listeners = listeners;
        thread.setDaemon(true);
    }

    @Override
    public void run() {
        try {
            while (running && !created()) {
                Thread.sleep(PAUSE_MILLIS);
            }
            if (running) {
                listeners.getListenerContainers().forEach(container -> container.start());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean created() throws InterruptedException {
        var client = Admin.create(admin.getConfigurationProperties());
        try {
            create(client);
            return true;
        } catch (ExecutionException | KafkaException e) {
            log.warn("The topics cannot be created yet: {}", e.toString());
            return false;
        } finally {
            client.close(CLOSE_WITHIN);
        }
    }

    private void create(Admin client) throws ExecutionException, InterruptedException {
        var topics = Topics.ALL.stream()
                .map(topic -> topic.creation(settings.partitions(), settings.replicas()))
                .toList();
        for (var creation : client.createTopics(topics).values().values()) {
            try {
                creation.get();
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof TopicExistsException)) {
                    throw e;
                }
            }
        }
    }

    @Override
    public void start() {
        running = true;
        thread.start();
    }

    @Override
    public void stop() {
        running = false;
        thread.interrupt();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
