package dev.winnow.ingest.acknowledgement;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Tells readiness whether Kafka takes records. It only looks at what is known, so a probe never waits. */
@Component
class KafkaHealthIndicator implements HealthIndicator {

    private final KafkaState kafka;

    KafkaHealthIndicator(KafkaState kafka) {
        this.kafka = kafka;
    }

    @Override
    public Health health() {
        return kafka.isAvailable() ? Health.up().build() : Health.down().build();
    }
}
