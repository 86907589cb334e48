package dev.winnow.ingest.limits;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How much may be asked for.
 *
 * @param enabled whether there are limits at all; true by default
 * @param client for each client of a site; 30 in a minute by default. A request with the site's key is counted for the site only
 * @param site for each site, all its clients together; 6,000 in a minute by default
 * @param clientsRemembered of how many clients the use is remembered at most; 100,000 by default, some 200 bytes each
 */
@Validated
@ConfigurationProperties("winnow.ingest.limits")
public record LimitSettings(
        @DefaultValue("true") boolean enabled,
        @Valid @DefaultValue Client client,
        @Valid @DefaultValue Site site,
        @Min(1) @DefaultValue("100000") long clientsRemembered) {

    /**
     * A client's share.
     *
     * @param requests how many requests; 30 by default
     * @param window in how long, in whole seconds; a minute by default
     */
    public record Client(
            @Min(1) @Max(1_000_000_000) @DefaultValue("30") long requests,
            @DurationMin(seconds = 1) @DefaultValue("1m") Duration window) {}

    /**
     * A site's share.
     *
     * @param requests how many requests; 6,000 by default
     * @param window in how long, in whole seconds; a minute by default
     */
    public record Site(
            @Min(1) @Max(1_000_000_000) @DefaultValue("6000")
            long requests,

            @DurationMin(seconds = 1) @DefaultValue("1m") Duration window) {}
}
