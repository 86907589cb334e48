package dev.winnow.ingest.secret;

import jakarta.validation.constraints.AssertTrue;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * The secret that every instance shares. It belongs into the environment, as {@code WINNOW_INGEST_SECRET}.
 *
 * @param secret at least 32 characters, no default. Changing it ends all manage tokens, makes new origins of the same
 *     clients, and makes a retry across the change another comment
 */
@Validated
@ConfigurationProperties("winnow.ingest")
public record SecretSettings(@Nullable String secret) {

    private static final int SHORTEST = 32;

    /** Checked apart from the field, so that a refused secret is not printed. */
    @AssertTrue(
            message = "winnow.ingest.secret (environment: WINNOW_INGEST_SECRET) must be set, to at least 32 characters")
    public boolean isSecretLongEnough() {
        return secret != null && secret.length() >= SHORTEST;
    }

    @Override
    public String toString() {
        return "SecretSettings[secret=…]";
    }
}
