package dev.winnow.ingest.acknowledgement;

import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How topics are made that are missing; those that are there stay as they are.
 *
 * @param partitions the number of partitions; 6 by default
 * @param replicas on how many brokers each is kept; by default what the broker is set to
 */
@Validated
@ConfigurationProperties("winnow.topics")
public record TopicSettings(
        @Min(1) @DefaultValue("6") int partitions,
        @Min(1) @Nullable Short replicas) {}
