package dev.winnow.articles.live;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Whether readers should be sent here. Not before the tail is warm; but reading does not need Kafka, so once Kafka was
 * found to be away, or after it went away, the answer is yes, and the detail says how live this instance is.
 */
@Component
class ServingHealthIndicator implements HealthIndicator {

    private final TopicTail tail;

    ServingHealthIndicator(TopicTail tail) {
        this.tail = tail;
    }

    @Override
    public Health health() {
        var health =
                switch (tail.state()) {
                    case STARTING, WARMING -> Health.outOfService();
                    case LIVE, AWAY -> Health.up();
                };
        return health.withDetail("live", tail.state().name().toLowerCase(java.util.Locale.ROOT))
                .build();
    }
}
