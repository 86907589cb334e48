package dev.winnow.articles.kafka;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * With what the topics are created if they are missing.
 *
 * @param partitions into how many partitions; default 6
 * @param replicas how many copies each has; by default the broker's own default
 */
@ConfigurationProperties("winnow.topics")
public record TopicSettings(
        @Min(1) @Max(128) @DefaultValue("6") int partitions,
        @Nullable @Min(1) @Max(9) Short replicas) {}
