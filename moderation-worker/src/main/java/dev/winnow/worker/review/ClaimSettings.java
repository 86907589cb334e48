package dev.winnow.worker.review;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How claims on comments are kept.
 *
 * @param idle how long a claim holds without being renewed; the page renews it while its moderator does something;
 *     default 2m
 * @param told how often open desks are told of changed claims; default 1s
 */
@Validated
@ConfigurationProperties("winnow.review.claims")
record ClaimSettings(
        @DefaultValue("2m") @NotNull Duration idle,
        @DefaultValue("1s") @NotNull Duration told) {}
