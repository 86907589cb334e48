package dev.winnow.worker.topology;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How missing topics are created. Topics that are there stay as they are: more partitions would move keys away from their
 * owners.
 *
 * @param partitions partitions of a topic; default 6
 * @param replicas replicas of a topic; the broker's default if not given
 */
@Validated
@ConfigurationProperties("winnow.topics")
public record TopicSettings(
        @Min(1) @Max(10_000) @DefaultValue("6") int partitions,
        @Nullable @Min(1) Short replicas) {}
