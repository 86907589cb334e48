package dev.winnow.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.winnow.ingest.limits.LimitSettings;
import dev.winnow.ingest.secret.SecretSettings;
import dev.winnow.ingest.sites.SitesSettings;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;

/** What is wrong with the settings is said at start, and no secret with it. */
class SettingsTest {

    private static final String GOOD = "a secret of thirty-two characters";

    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
            .withUserConfiguration(All.class);

    @Test
    void aSecretIsAllThatIsRequired() {
        runner.withPropertyValues("winnow.ingest.secret=" + GOOD).run(context -> {
            assertThat(context).hasNotFailed();
            assertThat(context.getBean(LimitSettings.class).client().requests()).isEqualTo(30);
            assertThat(context.getBean(SecretSettings.class).toString()).doesNotContain(GOOD);
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "winnow.ingest.secret=short-but-secret | WINNOW_INGEST_SECRET",
                "winnow.sites.a.key=sesame | winnow.sites.<name>.key",
                "winnow.sites.a.author-token-secret=sesame | author-token-secret",
                "winnow.sites.a.origins=* | origins",
                "winnow.sites.a.origins=https://example.com/path | origins",
                "winnow.sites.A_b.key=sesame-open | winnow.sites",
                "winnow.ingest.limits.client.requests=0 | requests",
            })
    void whatIsWrongIsNamedAndSecretsAreNotPrinted(String setting, String named) {
        runner.withPropertyValues("winnow.ingest.secret=" + GOOD, setting).run(context -> {
            assertThat(context).hasFailed();
            var said = said(context.getStartupFailure());
            assertThat(said).contains(named).doesNotContain("short-but-secret", "sesame", GOOD);
        });
    }

    @Test
    void aMissingSecretIsSaid() {
        runner.run(context -> assertThat(said(context.getStartupFailure())).contains("WINNOW_INGEST_SECRET"));
        assertThatCode(() -> new SecretSettings(null).isSecretLongEnough()).doesNotThrowAnyException();
    }

    private static String said(@Nullable Throwable failure) {
        var said = new StringBuilder();
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            said.append(cause).append('\n').append(Arrays.toString(cause.getSuppressed()));
        }
        return said.toString();
    }

    @EnableConfigurationProperties({SecretSettings.class, SitesSettings.class, LimitSettings.class})
    static class All {}
}
