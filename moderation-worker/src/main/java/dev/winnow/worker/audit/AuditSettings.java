package dev.winnow.worker.audit;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where the audit is kept.
 *
 * @param collection the collection it is written to; default audit
 * @param storeTimeout how long an answer may be waited for before the store counts as away; default 2s
 */
@Validated
@ConfigurationProperties("winnow.review.audit")
record AuditSettings(
        @DefaultValue("audit") @NotBlank String collection,
        @DefaultValue("2s") @NotNull Duration storeTimeout) {}
