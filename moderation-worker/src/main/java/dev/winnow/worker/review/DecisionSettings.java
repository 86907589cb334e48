package dev.winnow.worker.review;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long a moderator's decision may take.
 *
 * @param sendTimeout how long Kafka may take to acknowledge it; default 3s
 * @param outcomeTimeout how long the desk waits, after that, for its outcome to be in the view; default 5s
 */
@Validated
@ConfigurationProperties("winnow.review.decisions")
record DecisionSettings(
        @DefaultValue("3s") @NotNull Duration sendTimeout,
        @DefaultValue("5s") @NotNull Duration outcomeTimeout) {}
