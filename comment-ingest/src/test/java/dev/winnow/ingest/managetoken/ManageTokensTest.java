package dev.winnow.ingest.managetoken;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.ingest.secret.SecretSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ManageTokensTest {

    private static final Instant NOW = Instant.parse("2025-06-21T00:36:49Z");
    private static final String SECRET = "a secret of thirty-two characters";

    private final ManageTokens tokens = tokens(SECRET, NOW);

    @Property
    void aTokenIsForItsCommentOnly(
            @ForAll String site, @ForAll String article, @ForAll String id, @ForAll String other) {
        var token = tokens.issue(site, article, id).value();

        assertThat(tokens.allows(token, site, article, id)).isTrue();
        if (!other.equals(id)) {
            assertThat(tokens.allows(token, site, article, other)).isFalse();
        }
        if (!other.equals(article)) {
            assertThat(tokens.allows(token, site, other, id)).isFalse();
        }
        if (!other.equals(site)) {
            assertThat(tokens.allows(token, other, article, id)).isFalse();
        }
    }

    @Property
    void oneChangedCharacterMakesItWrong(
            @ForAll @IntRange(max = 58) int at, @ForAll @CharRange(from = '!', to = '~') char changed) {
        var token = tokens.issue("default", "a", "1").value();
        var other = token.substring(0, at) + changed + token.substring(at + 1);

        // The last character carries two bits more than the token has: what they say is no part of it.
        if (changed != token.charAt(at) && at < token.length() - 1) {
            assertThat(tokens.allows(other, "default", "a", "1")).isFalse();
        }
    }

    @Property
    void anythingElseIsWrongAndNoReasonToThrow(@ForAll String token) {
        assertThat(tokens.allows(token, "default", "a", "1")).isFalse();
    }

    @Test
    void aTokenIsGoodUntilTheMomentItNames() {
        var token = tokens.issue("default", "a", "1");

        assertThat(token.until()).isEqualTo(NOW.plus(Duration.ofHours(1)));
        assertThat(tokens(SECRET, token.until().minusMillis(1)).allows(token.value(), "default", "a", "1"))
                .isTrue();
        assertThat(tokens(SECRET, token.until()).allows(token.value(), "default", "a", "1"))
                .isFalse();
    }

    @Test
    void aTokenOfAnotherSecretIsWrong() {
        var token = tokens("another secret of thirty-two letters", NOW)
                .issue("default", "a", "1")
                .value();

        assertThat(tokens.allows(token, "default", "a", "1")).isFalse();
    }

    private static ManageTokens tokens(String secret, Instant now) {
        return new ManageTokens(
                new SecretSettings(secret),
                new ManageTokenSettings(Duration.ofHours(1)),
                Clock.fixed(now, ZoneOffset.UTC));
    }
}
