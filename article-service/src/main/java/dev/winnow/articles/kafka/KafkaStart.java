package dev.winnow.articles.kafka;

import dev.winnow.events.Topics;
import org.apache.kafka.clients.admin.NewTopic;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.stereotype.Component;

/**
 * Creates the topics that are missing and then starts the listeners. On a thread of its own, again and again until
 * Kafka is there: reading starts without it.
 */
@Component
class KafkaStart implements SmartLifecycle, Runnable {

    private static final Logger log = LoggerFactory.getLogger(KafkaStart.class);
    private static final long PAUSE_MILLIS = 1000;

    private final KafkaAdmin admin;
    private final KafkaListenerEndpointRegistry listeners;
    private final Thread thread = new Thread(this, "kafka-start");
    private volatile boolean running;

    KafkaStart(KafkaAdmin admin, KafkaListenerEndpointRegistry listeners) {
        this.admin = admin;
        this.listeners = listeners;
        thread.setDaemon(true);
    }

    static NewTopic[] topics(TopicSettings settings) {
        return Topics.ALL.stream()
                .map(topic -> topic.creation(settings.partitions(), settings.replicas()))
                .toArray(NewTopic[]::new);
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

    private boolean created() {
        try {
            return admin.initialize();
        } catch (RuntimeException e) {
            log.warn("The topics cannot be created yet: {}", e.toString());
            return false;
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
