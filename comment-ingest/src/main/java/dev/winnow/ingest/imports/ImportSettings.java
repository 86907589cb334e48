package dev.winnow.ingest.imports;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The bounds of imports.
 *
 * @param atOnce how many imports run at the same time; further ones are answered 503; 4 by default
 * @param linesInFlight how many lines of one import wait for Kafka at most, before no more of it is read; 512 by default
 * @param progressEvery how often the answer says how far it is, at most; a second by default
 * @param refusalsNamed how many refused lines an answer names, both as they occur and in its end; 500 by default
 */
@Validated
@ConfigurationProperties("winnow.ingest.imports")
public record ImportSettings(
        @Min(1) @DefaultValue("4") int atOnce,
        @Min(1) @Max(10_000) @DefaultValue("512") int linesInFlight,
        @DurationMin(millis = 10) @DefaultValue("1s") Duration progressEvery,
        @Min(0) @Max(100_000) @DefaultValue("500") int refusalsNamed) {}
