package dev.winnow.worker.policy;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How policies are changed over HTTP.
 *
 * @param inForceWithin how long a change waits to be seen in force before it answers that it is on its way; default 5 s
 * @param sendWithin how long Kafka may take to acknowledge a change; default 10 s
 */
@Validated
@ConfigurationProperties("winnow.worker.policies")
public record PolicySettings(
        @DefaultValue("5s") Duration inForceWithin,
        @DefaultValue("10s") Duration sendWithin) {}
