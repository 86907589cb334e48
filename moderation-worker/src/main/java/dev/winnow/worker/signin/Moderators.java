package dev.winnow.worker.signin;

import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;
import org.springframework.stereotype.Component;

/** The configured moderators and the checking of their passwords, which takes a tenth of a second of a core's time. */
@Component
final class Moderators {

    private static final Logger log = LoggerFactory.getLogger(Moderators.class);

    private final SignInSettings settings;
    private final PasswordEncoder passwords = new DelegatingPasswordEncoder(
            "bcrypt",
            Map.of(
                    "bcrypt",
                    new BCryptPasswordEncoder(),
                    "argon2",
                    Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8(),
                    "pbkdf2@SpringSecurity_v5_8",
                    Pbkdf2PasswordEncoder.defaultsForSpringSecurity_v5_8()));
    private final String nobodysHash;

    Moderators(SignInSettings settings) {
        this.settings = settings;
        nobodysHash = settings.moderators().values().stream()
                .findFirst()
                .map(SignInSettings.Moderator::password)
                .orElseGet(() -> passwords.encode("nobody has this password"));
        if (settings.moderators().isEmpty() && settings.oidc() == null) {
            log.warn("No moderator is configured, so nobody can sign in to the review desk: set"
                    + " winnow.review.moderators.<name>.password to a bcrypt or argon2 hash such as"
                    + " {bcrypt}$2y$10$… (made by: htpasswd -bnBC 10 '' PASSWORD)");
        }
    }

    /** The hash of a moderator's password. */
    Optional<String> hash(String name) {
        return Optional.ofNullable(settings.moderators().get(name)).map(SignInSettings.Moderator::password);
    }

    /** A moderator, as the settings have it now. */
    Optional<Person> person(String name) {
        return Optional.ofNullable(settings.moderators().get(name)).map(m -> new Person(name, m.role(), m.reach()));
    }

    /** Whether this is that moderator's password. For a name that nobody has it takes as long as for the first. */
    boolean matches(String name, String password) {
        var hash = hash(name);
        var right = passwords.matches(password, hash.orElse(nobodysHash));
        return right && hash.isPresent();
    }
}
