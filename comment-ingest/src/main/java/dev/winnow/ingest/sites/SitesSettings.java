package dev.winnow.ingest.sites;

import jakarta.validation.constraints.AssertTrue;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The sites, by name.
 *
 * @param sites one entry for each site; a name is 1 to 63 of {@code a-z 0-9 -}. Without any there is one site, {@code default},
 *     without a key
 */
@Validated
@ConfigurationProperties("winnow")
public record SitesSettings(@DefaultValue Map<String, SiteSettings> sites) {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");
    private static final Pattern WEB_ORIGIN = Pattern.compile("https?://[^/?#\\s]+");

    public SitesSettings {
        sites = Map.copyOf(sites);
    }

    @AssertTrue(message = "the name of a site under winnow.sites must be 1 to 63 of a-z, 0-9 and -")
    public boolean isNamesGood() {
        return sites.keySet().stream().allMatch(name -> NAME.matcher(name).matches());
    }

    /** Checked apart from the fields, so that refused secrets are not printed. */
    @AssertTrue(message = "winnow.sites.<name>.key must have at least 8 characters")
    public boolean isKeysLongEnough() {
        return sites.values().stream().allMatch(site -> isMissingOrLong(site.key(), 8));
    }

    @AssertTrue(message = "winnow.sites.<name>.author-token-secret must have at least 32 characters")
    public boolean isAuthorTokenSecretsLongEnough() {
        return sites.values().stream().allMatch(site -> isMissingOrLong(site.authorTokenSecret(), 32));
    }

    @AssertTrue(
            message =
                    "winnow.sites.<name>.origins must be origins such as https://example.com, without a path or a star")
    public boolean isOriginsGood() {
        return sites.values().stream()
                .flatMap(site -> site.origins().stream())
                .allMatch(origin -> WEB_ORIGIN.matcher(origin).matches() && origin.indexOf('*') < 0);
    }

    private static boolean isMissingOrLong(@Nullable String secret, int shortest) {
        return secret == null || secret.length() >= shortest;
    }
}
