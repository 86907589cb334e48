package dev.winnow.worker.topology;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Says whether this instance takes comments; part of readiness. */
@Component("streams")
class StreamsHealth implements HealthIndicator {

    private final ModerationStreams streams;

    StreamsHealth(ModerationStreams streams) {
        this.streams = streams;
    }

    @Override
    public Health health() {
        return (streams.isReady() ? Health.up() : Health.down())
                .withDetail("state", streams.state())
                .build();
    }
}
