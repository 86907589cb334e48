package dev.winnow.ingest.arrival;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The bounds of requests.
 *
 * @param maxInFlight how many requests are worked on at once; beyond it they are answered 503 at once; 1,000 by default
 * @param headTimeout how long a request's line and headers may take to arrive, before the connection is closed; 10 seconds by default
 * @param bodyTimeout how long a body may take to arrive; 10 seconds by default. The lines of an import may take this long each
 */
@Validated
@ConfigurationProperties("winnow.ingest.requests")
public record RequestSettings(
        @Min(1) @DefaultValue("1000") int maxInFlight,
        @DurationMin(millis = 10) @DefaultValue("10s") Duration headTimeout,
        @DurationMin(millis = 10) @DefaultValue("10s") Duration bodyTimeout) {}
