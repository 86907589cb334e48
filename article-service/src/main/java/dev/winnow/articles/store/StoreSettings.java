package dev.winnow.articles.store;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long the store is waited for.
 *
 * @param timeout after how long a read is answered 503, and a server that does not answer counts as away; default 2 s
 * @param writeTimeout after how long the writing of a batch is given up and begun again; default 20 s
 */
@ConfigurationProperties("winnow.articles.store")
public record StoreSettings(
        @NotNull @DurationMin(millis = 50) @DefaultValue("2s")
        Duration timeout,

        @NotNull @DurationMin(millis = 50) @DefaultValue("20s")
        Duration writeTimeout) {}
