package dev.winnow.worker.signin;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Moderators and their sessions. There is no account unless one is configured here.
 *
 * @param moderators the moderators by name, 1 to 80 characters; a name that is not plain Latin is written in brackets,
 *     {@code winnow.review.moderators[李雷].password}
 * @param sessionSecret what sessions are signed with, 32 characters or more, the same on every worker; without it each
 *     start makes its own, and a restart signs everybody out
 * @param sessionIdle how long a session lasts without being used; default 8h
 * @param sessionLife how long it lasts at most; default 7d
 * @param secureCookies whether cookies go over HTTPS only, under names with {@code __Host-} in front; by default they do unless
 *     a browser asks its own machine by plain HTTP
 * @param oidc signing in by an OpenID Connect provider; without an issuer there is none
 * @param attempts how many failed sign-ins a name, or an address, may make within {@code attemptsWindow}; default 10
 * @param attemptsWindow default 1m
 */
@Validated
@ConfigurationProperties("winnow.review")
record SignInSettings(
        @DefaultValue Map<@Size(min = 1, max = 80) String, @Valid Moderator> moderators,
        @Nullable @Size(min = 32) String sessionSecret,
        @DefaultValue("8h") @NotNull Duration sessionIdle,
        @DefaultValue("7d") @NotNull Duration sessionLife,
        @Nullable Boolean secureCookies,
        @Nullable @Valid OidcSettings oidc,
        @DefaultValue("10") @Min(1) int attempts,
        @DefaultValue("1m") @NotNull Duration attemptsWindow) {

    /**
     * One moderator.
     *
     * @param password the password's hash with its kind in front: {@code {bcrypt}…}, {@code {argon2}…} or
     *     {@code {pbkdf2@SpringSecurity_v5_8}…}; a password in the clear is refused at start
     * @param role {@code operator} reads only, {@code moderator} decides, {@code lead} also changes policies, decides on
     *     many at once and takes the audit out; default moderator
     * @param sites the sites this moderator works for; without it, all
     */
    record Moderator(
            @NotNull
            @Pattern(
                    regexp = "\\{(bcrypt|argon2|pbkdf2@SpringSecurity_v5_8)}.+",
                    message = "must be a hash that begins with {bcrypt}, {argon2} or {pbkdf2@SpringSecurity_v5_8}")
            String password,

            @DefaultValue("moderator") @NotNull Role role,
            @Nullable @Size(min = 1) Set<@Size(min = 1, max = 200) String> sites) {

        Reach reach() {
            return new Reach(sites);
        }

        /** Keeps the hash out of logs. */
        @Override
        public String toString() {
            return "Moderator[]";
        }
    }

    /** Keeps secrets out of logs. */
    @Override
    public String toString() {
        return "SignInSettings" + moderators.keySet();
    }
}
