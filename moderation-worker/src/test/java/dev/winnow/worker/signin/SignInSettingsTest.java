package dev.winnow.worker.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;
import org.springframework.context.ApplicationContext;

class SignInSettingsTest {

    private static final String[] OIDC = {
        "winnow.review.oidc.issuer=https://login.example.com",
        "winnow.review.oidc.client-id=winnow",
        "winnow.review.oidc.client-secret=hush",
        "winnow.review.oidc.roles.mods=moderator"
    };

    private final ApplicationContextRunner worker = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
            .withUserConfiguration(Settings.class);

    @Test
    void thereIsNoAccountUnlessOneIsConfigured() {
        worker.run(context ->
                assertThat(context.getBean(SignInSettings.class).moderators()).isEmpty());
    }

    @Test
    void namesMayBeChinese() {
        worker.withPropertyValues("winnow.review.moderators[李雷].password={bcrypt}$2y$10$x")
                .run(context -> assertThat(context.getBean(SignInSettings.class).moderators())
                        .containsOnlyKeys("李雷"));
    }

    @Test
    void whoHasNoRoleDecidesForAllSitesAndNoMore() {
        worker.withPropertyValues("winnow.review.moderators.lilei.password={bcrypt}$2y$10$x")
                .run(context -> assertThat(person(context)).isEqualTo(new Person("lilei", Role.MODERATOR, Reach.ALL)));
    }

    @Test
    void rolesAndSitesAreThoseConfigured() {
        worker.withPropertyValues(
                        "winnow.review.moderators.lilei.password={bcrypt}$2y$10$x",
                        "winnow.review.moderators.lilei.role=lead",
                        "winnow.review.moderators.lilei.sites=blog,news")
                .run(context -> assertThat(person(context))
                        .isEqualTo(new Person("lilei", Role.LEAD, new Reach(Set.of("blog", "news")))));
    }

    @Test
    void anUnknownRoleAndAnEmptyListOfSitesAreRefusedAtStart() {
        for (var wrong : new String[] {"role=admin", "sites="}) {
            worker.withPropertyValues(
                            "winnow.review.moderators.lilei.password={bcrypt}$2y$10$x",
                            "winnow.review.moderators.lilei." + wrong)
                    .run(context -> assertThat(context).as(wrong).hasFailed());
        }
    }

    private static Person person(ApplicationContext context) {
        return new Moderators(context.getBean(SignInSettings.class))
                .person("lilei")
                .orElseThrow();
    }

    @Test
    void aPasswordInTheClearIsRefusedAtStart() {
        for (var password : new String[] {"secret", "{noop}secret", "{MD5}5ebe2294ecd0e0f08eab7690d2a6ee69"}) {
            worker.withPropertyValues("winnow.review.moderators.lilei.password=" + password)
                    .run(context -> assertThat(context)
                            .hasFailed()
                            .getFailure()
                            .rootCause()
                            .hasMessageContaining("must be a hash that begins with {bcrypt}"));
        }
    }

    @Test
    void aProviderIsThereOnlyWhereOneIsNamedAndThenWhole() {
        worker.run(context ->
                assertThat(context.getBean(SignInSettings.class).oidc()).isNull());
        worker.withPropertyValues(OIDC).run(context -> {
            var oidc =
                    Objects.requireNonNull(context.getBean(SignInSettings.class).oidc());
            assertThat(oidc.roles()).containsEntry("mods", Role.MODERATOR);
            assertThat(oidc.sessionLife()).hasHours(12);
            assertThat(oidc.toString()).doesNotContain("hush");
        });
        for (var wrong :
                new String[] {"issuer=http://login.example.com", "issuer=", "client-secret=", "roles.mods=god"}) {
            worker.withPropertyValues(OIDC)
                    .withPropertyValues("winnow.review.oidc." + wrong)
                    .run(context -> assertThat(context).as(wrong).hasFailed());
        }
        worker.withPropertyValues(
                        "winnow.review.oidc.issuer=https://login.example.com",
                        "winnow.review.oidc.client-id=winnow",
                        "winnow.review.oidc.client-secret=hush")
                .run(context -> assertThat(context).as("no roles").hasFailed());
    }

    @Test
    void aShortSecretIsRefusedAtStart() {
        worker.withPropertyValues("winnow.review.session-secret=short")
                .run(context -> assertThat(context).hasFailed());
    }

    @Test
    void secretsAreNotPrinted() {
        worker.withPropertyValues(
                        "winnow.review.moderators.lilei.password={bcrypt}$2y$10$x",
                        "winnow.review.session-secret=0123456789abcdef0123456789abcdef")
                .run(context -> assertThat(context.getBean(SignInSettings.class).toString())
                        .doesNotContain("bcrypt", "0123"));
    }

    @EnableConfigurationProperties(SignInSettings.class)
    static class Settings {}
}
