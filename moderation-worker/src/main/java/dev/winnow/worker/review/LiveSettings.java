package dev.winnow.worker.review;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How desks are kept live.
 *
 * @param streams how many desks one worker keeps live at once; default 200
 * @param buffer how many changes may wait for a slow desk before its stream is ended, upon which it reads anew; default
 *     256
 * @param heartbeat how often a stream says that it is alive; default 15s
 * @param life how long a stream lasts before the desk has to ask for it again, still signed in; default 15m
 */
@Validated
@ConfigurationProperties("winnow.review.live")
record LiveSettings(
        @DefaultValue("200") @Min(1) int streams,
        @DefaultValue("256") @Min(1) int buffer,
        @DefaultValue("15s") @NotNull Duration heartbeat,
        @DefaultValue("15m") @NotNull Duration life) {}
