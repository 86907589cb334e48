package dev.winnow.ingest.managetoken;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long authors may change what they wrote.
 *
 * @param validFor for how long after it was issued a manage token is good; 30 days by default, from a second to 36500 days
 */
@Validated
@ConfigurationProperties("winnow.ingest.manage-token")
public record ManageTokenSettings(
        @DurationMin(seconds = 1) @DurationMax(days = 36500) @DefaultValue("30d")
        Duration validFor) {}
