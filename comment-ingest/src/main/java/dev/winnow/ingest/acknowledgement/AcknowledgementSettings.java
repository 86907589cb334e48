package dev.winnow.ingest.acknowledgement;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long Kafka may take.
 *
 * @param timeout how long a request waits for Kafka to confirm its record, before it is answered 503; 2 seconds by default, 100
 *     milliseconds to 30 seconds
 * @param checkEvery how often Kafka is asked whether it is there while it is; 5 seconds by default
 * @param checkEveryWhileAway the same while it is away; half a second by default
 */
@Validated
@ConfigurationProperties("winnow.ingest.acknowledgement")
public record AcknowledgementSettings(
        @DurationMin(millis = 100) @DurationMax(seconds = 30) @DefaultValue("2s")
        Duration timeout,

        @DurationMin(millis = 10) @DefaultValue("5s") Duration checkEvery,
        @DurationMin(millis = 10) @DefaultValue("500ms") Duration checkEveryWhileAway) {}
