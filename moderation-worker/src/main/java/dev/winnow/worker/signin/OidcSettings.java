package dev.winnow.worker.signin;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Signing in by an OpenID Connect provider. It is off unless an issuer is named.
 *
 * @param issuer the provider's address, as it names itself; HTTPS unless it is on this machine
 * @param clientId under which name the provider knows this desk
 * @param clientSecret and with which secret
 * @param label what the provider is called on the sign-in page; default SSO
 * @param redirectUri where the provider sends browsers back to; by default the address they came by, with {@code
 *     /review/sign-in/oidc/callback}
 * @param scopes what the provider is asked for; default openid, profile
 * @param algorithm with which it signs; default RS256
 * @param nameClaim the claim that holds the name under which somebody decides; default preferred_username
 * @param roleClaim the claim that roles follow from, a word or a list of words; dots lead into it; default groups
 * @param roles which role a word of that claim gives; the highest counts, and who has none may not come in
 * @param sitesClaim the claim that sites follow from; without it everybody works for all sites
 * @param sites which sites a word of that claim gives, {@code *} for all; without any, each word is a site
 * @param sessionLife how long a session lasts at most: after it the provider is asked again; default 12h
 * @param timeout how long the provider may take for an answer; default 10s
 */
record OidcSettings(
        @NotNull URI issuer,
        @NotBlank String clientId,
        @NotBlank String clientSecret,
        @DefaultValue("SSO") @NotBlank String label,
        @Nullable URI redirectUri,
        @DefaultValue({"openid", "profile"}) @NotEmpty Set<String> scopes,
        @DefaultValue("RS256") @NotBlank String algorithm,
        @DefaultValue("preferred_username") @NotBlank String nameClaim,
        @DefaultValue("groups") @NotBlank String roleClaim,
        @NotEmpty Map<String, Role> roles,
        @Nullable String sitesClaim,
        @DefaultValue Map<String, Set<String>> sites,
        @DefaultValue("12h") @NotNull Duration sessionLife,
        @DefaultValue("10s") @NotNull Duration timeout) {

    @AssertTrue(message = "issuer must be an address that begins with https:// (http:// on this machine only)")
    boolean isIssuerSafe() {
        return issuer != null
                && ("https".equals(issuer.getScheme())
                        || ("http".equals(issuer.getScheme()) && SecureCookies.isThisMachine(issuer.getHost())));
    }

    /** Keeps the secret out of logs. */
    @Override
    public String toString() {
        return "OidcSettings[" + issuer + ", " + clientId + "]";
    }
}
