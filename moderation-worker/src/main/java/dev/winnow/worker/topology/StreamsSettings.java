package dev.winnow.worker.topology;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How the Kafka Streams application runs.
 *
 * @param applicationId the name by which instances share the work; also the consumer group; default {@code
 *     moderation-worker}
 * @param instance a name of this instance that lasts over restarts, or none. With one, an instance that comes back
 *     within {@code session-timeout} gets its partitions back at once; without, it gives them up when it ends
 * @param exactlyOnce whether Kafka fences off a worker that was taken for dead ({@code exactly_once_v2}), at the price of
 *     40 ms rather than 4 to 7 from submission to reading; default {@code false}
 * @param threads stream threads; default 1
 * @param standbys copies of each partition's state kept warm on other instances; default 0
 * @param directory where state is kept; it may be lost, and is then read back from Kafka; default {@code
 *     ${java.io.tmpdir}/winnow/moderation-worker}
 * @param cache memory in which authors' histories are gathered between two commits; default 4 MB
 * @param memory memory outside the heap that all stores share; default 64 MB
 * @param commitInterval how much work may be done again after a crash; default 100 ms
 * @param linger how long an event may wait for company; default 1 ms
 * @param sessionTimeout after which silence an instance is taken for dead; default 20 s, at least the broker's {@code
 *     group.min.session.timeout.ms} (6 s)
 * @param deliveryTimeout after which an instance gives up what it could not send, well before it is taken for dead;
 *     default 12 s, at most two thirds of {@code session-timeout}
 * @param autoStart whether comments are taken at all; default {@code true}
 */
@Validated
@ConfigurationProperties("winnow.worker.streams")
public record StreamsSettings(
        @NotBlank @DefaultValue("moderation-worker") String applicationId,
        @Nullable String instance,
        @DefaultValue("false") boolean exactlyOnce,
        @Min(1) @Max(64) @DefaultValue("1") int threads,
        @Min(0) @Max(8) @DefaultValue("0") int standbys,

        @NotBlank @DefaultValue("${java.io.tmpdir}/winnow/moderation-worker")
        String directory,

        @DefaultValue("4MB") DataSize cache,
        @DefaultValue("64MB") DataSize memory,
        @DefaultValue("100ms") Duration commitInterval,
        @DefaultValue("1ms") Duration linger,
        @DefaultValue("20s") Duration sessionTimeout,
        @DefaultValue("12s") Duration deliveryTimeout,
        @DefaultValue("true") boolean autoStart) {

    @AssertTrue(message = "delivery-timeout must be 1 s to two thirds of session-timeout")
    public boolean isGivingUpInTime() {
        return deliveryTimeout.toMillis() >= 1000
                && deliveryTimeout.multipliedBy(3).compareTo(sessionTimeout.multipliedBy(2)) <= 0;
    }

    @AssertTrue(message = "memory must be 8 MB or more")
    public boolean isRoomy() {
        return memory.toMegabytes() >= 8;
    }

    @AssertTrue(message = "commit-interval must be 1 ms or more, linger 0 to 1 s")
    public boolean isQuick() {
        return commitInterval.toMillis() >= 1 && !linger.isNegative() && linger.toMillis() <= 1000;
    }
}
