package dev.winnow.worker.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.LinkedHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

class ModeratorsTest {

    private static final String BCRYPT = "{bcrypt}" + new BCryptPasswordEncoder(4).encode("half a moon");

    /** Made by the reference implementation: argon2 somesalt16chars -id -t 3 -m 12 -p 1 -e. */
    private static final String ARGON2 =
            "{argon2}$argon2id$v=19$m=4096,t=3,p=1$c29tZXNhbHQxNmNoYXJz$7uXyazl/4cfs5X58R/Q67uNJ27HMzlomsojlCwiSpl8";

    @ParameterizedTest
    @ValueSource(strings = {"李雷", "hanmeimei"})
    void aPasswordIsKnownByItsHashOfEitherKind(String name) {
        var moderators = moderators();

        assertThat(moderators.matches(name, "half a moon")).isTrue();
        assertThat(moderators.matches(name, "half a Moon")).isFalse();
    }

    @Test
    void nobodySignsInWithAPasswordOfSomebodyElse() {
        assertThat(moderators().matches("nobody", "half a moon")).isFalse();
    }

    private static Moderators moderators() {
        var all = new LinkedHashMap<String, SignInSettings.Moderator>();
        all.put("李雷", new SignInSettings.Moderator(BCRYPT, Role.MODERATOR, null));
        all.put("hanmeimei", new SignInSettings.Moderator(ARGON2, Role.MODERATOR, null));
        return new Moderators(new SignInSettings(
                all, null, Duration.ofHours(8), Duration.ofDays(7), null, null, 10, Duration.ofMinutes(1)));
    }
}
