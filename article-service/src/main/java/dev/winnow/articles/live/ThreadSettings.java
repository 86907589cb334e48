package dev.winnow.articles.live;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Which threads are kept in memory.
 *
 * @param cache how much memory hot threads may take, estimated; default 64 MB
 * @param largest the largest thread that is kept in memory, in comments; larger ones are read from MongoDB page by page;
 *     default 5000
 * @param unsettled how long is kept what may not be complete or may soon be stale: pages of large threads, counts, and
 *     all threads while the projection is far behind; default 1 s
 */
@ConfigurationProperties("winnow.articles.threads")
public record ThreadSettings(
        @NotNull @DefaultValue("64MB") DataSize cache,
        @Min(1) @DefaultValue("5000") int largest,

        @NotNull @DurationMin(millis = 1) @DefaultValue("1s")
        Duration unsettled) {}
