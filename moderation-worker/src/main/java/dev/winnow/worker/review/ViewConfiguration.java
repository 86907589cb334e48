package dev.winnow.worker.review;

import dev.winnow.worker.moderated.ModeratedListeners;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;

/** How the view's writer is run: one consumer group over all workers, from the topic's beginning. */
@Configuration(proxyBeanMethods = false)
class ViewConfiguration {

    /** Kafka's own default. */
    private static final int BATCH = 500;

    @Bean
    ConcurrentMessageListenerContainer<byte[], byte[]> reviewView(
            ViewWriter writer, ViewSettings settings, ModeratedListeners listeners) {
        // Nothing is ever given up: what cannot be read does not come here, and all else is a store that is away.
        return listeners.listening("review-view", settings.group(), writer, settings.retryAtMost(), BATCH);
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
