package dev.winnow.worker.review;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the desk's view is kept.
 *
 * @param group the consumer group that writes the view; another name on an empty collection builds it anew; default
 *     winnow-review-2
 * @param collection the collection it is written to; default review-2
 * @param storeTimeout how long the desk waits for the store before it says that it is away; default 2s
 * @param searchTimeout how long a search for words may read before it says that it asks for too much; default 5s
 * @param retryAtMost the longest pause between two attempts to write while the store is away; default 5s
 */
@Validated
@ConfigurationProperties("winnow.review.view")
record ViewSettings(
        @DefaultValue("winnow-review-2") @NotBlank String group,
        @DefaultValue("review-2") @NotBlank String collection,
        @DefaultValue("2s") @NotNull Duration storeTimeout,
        @DefaultValue("5s") @NotNull Duration searchTimeout,
        @DefaultValue("5s") @NotNull Duration retryAtMost) {}
