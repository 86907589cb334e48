package dev.winnow.articles.kafka;

import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.ExponentialBackOff;

/** What a listener does when a batch fails. */
@Configuration(proxyBeanMethods = false)
class KafkaConfiguration {

    private static final long FIRST_PAUSE_MILLIS = 200;
    private static final long LONGEST_PAUSE_MILLIS = 5000;

    /**
     * A batch that failed is tried again for as long as it takes, whatever the failure: nothing is ever skipped.
     * Meanwhile the consumer is paused and stays in its group.
     */
    @Bean
    CommonErrorHandler forEver() {
        var pauses = new ExponentialBackOff(FIRST_PAUSE_MILLIS, 1.5);
        pauses.setMaxInterval(LONGEST_PAUSE_MILLIS);
        var handler = new DefaultErrorHandler(pauses);
        handler.setClassifications(Map.of(), true);
        return handler;
    }
}
