package dev.winnow.worker.secondopinion;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * When a second opinion is asked and how it is given. All workers of a group must have the same.
 *
 * @param enabled whether what screening leaves in doubt waits for the second model; default true
 * @param from the probability of spam or abuse from which a comment is in doubt, 0 to 1; default 0.06
 * @param below the probability from which it is not, as screening is sure of it, 0 to 1; default 0.9
 * @param group the consumer group that gives opinions; default winnow-second-opinion
 * @param batch the most comments that are looked at together, from 1; default 64
 * @param sendTimeout how long the acknowledgement of a batch's decisions is waited for before it is done again; default
 *     15s
 * @param retryAtMost the longest pause between two attempts while Kafka is away; default 5s
 */
@Validated
@ConfigurationProperties("winnow.second-opinion")
record SecondOpinionSettings(
        @DefaultValue("true") boolean enabled,

        @DefaultValue("0.06") @DecimalMin("0") @DecimalMax("1")
        double from,

        @DefaultValue("0.9") @DecimalMin("0") @DecimalMax("1")
        double below,

        @DefaultValue("winnow-second-opinion") @NotBlank String group,
        @DefaultValue("64") @Min(1) int batch,
        @DefaultValue("15s") @NotNull Duration sendTimeout,
        @DefaultValue("5s") @NotNull Duration retryAtMost) {

    Doubt doubt() {
        return enabled ? new Doubt(from, below) : Doubt.NONE;
    }
}
