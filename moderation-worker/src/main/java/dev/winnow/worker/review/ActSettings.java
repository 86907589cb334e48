package dev.winnow.worker.review;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How decisions on many comments are carried out.
 *
 * @param atOnce how many comments of one act are decided at once; default 32
 * @param lease for how long the worker that carries an act out may say nothing before another one takes it over; default
 *     15s
 * @param kept how long it is remembered how an act went; default 7d
 */
@Validated
@ConfigurationProperties("winnow.review.acts")
record ActSettings(
        @DefaultValue("32") @Min(1) int atOnce,
        @DefaultValue("15s") @NotNull Duration lease,
        @DefaultValue("7d") @NotNull Duration kept) {}
