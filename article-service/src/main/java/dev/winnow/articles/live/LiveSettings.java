package dev.winnow.articles.live;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Live readers and what is remembered for those who come back.
 *
 * @param readers how many live readers an instance takes; beyond, 503; default 10000
 * @param buffer how many events wait for a reader before it is cut off, to come back later; default 256
 * @param heartbeat how often a silent stream says that it lives; default 15 s
 * @param retry after what time a reader whose stream ended should come back; default 2 s
 * @param recent how many recent changes are remembered, over all threads; default 20000
 * @param recentSize how much memory they may take, estimated; default 32 MB
 * @param resent how many changes are sent to a reader that comes back; if it missed more, it is told to read the thread
 *     anew; default 1000
 */
@ConfigurationProperties("winnow.articles.live")
public record LiveSettings(
        @Min(1) @DefaultValue("10000") int readers,
        @Min(8) @Max(65536) @DefaultValue("256") int buffer,

        @NotNull @DurationMin(millis = 100) @DefaultValue("15s")
        Duration heartbeat,

        @NotNull @DurationMin(millis = 10) @DefaultValue("2s")
        Duration retry,

        @Min(1) @DefaultValue("20000") int recent,
        @NotNull @DefaultValue("32MB") DataSize recentSize,
        @Min(1) @Max(100000) @DefaultValue("1000") int resent) {}
