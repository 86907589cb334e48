package dev.winnow.articles.article;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What registering an article may take.
 *
 * @param body the largest body; default 1 MB
 * @param bodyTimeout how long a body may take to arrive; default 10 s
 * @param timeout how long Kafka is waited for before the answer is 503; default 6 s
 */
@ConfigurationProperties("winnow.articles.registration")
public record RegistrationSettings(
        @NotNull @DefaultValue("1MB") DataSize body,

        @NotNull @DurationMin(millis = 100) @DefaultValue("10s")
        Duration bodyTimeout,

        @NotNull @DurationMin(millis = 100) @DefaultValue("6s")
        Duration timeout) {}
