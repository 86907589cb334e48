package dev.winnow.ingest.sites;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A site this service works for. */
public final class Site {

    private final String name;
    private final Set<String> webOrigins;
    private final @Nullable String authorTokenSecret;
    private final byte @Nullable [] keyHash;

    Site(String name, SiteSettings settings) {
        this.name = name;
        this.webOrigins = Set.copyOf(settings.origins());
        this.authorTokenSecret = settings.authorTokenSecret();
        this.keyHash = settings.key() == null ? null : hash(settings.key());
    }

    /** Its name, as it stands in addresses and events. */
    public String name() {
        return name;
    }

    /** Whether pages of this web origin may call the service. */
    public boolean allowsPagesOf(String webOrigin) {
        return webOrigins.contains(webOrigin);
    }

    /** With what it signs author tokens, or null. */
    public @Nullable String authorTokenSecret() {
        return authorTokenSecret;
    }

    /** Whether this is the site's key. Hashes are compared, so the time taken tells neither content nor length. */
    public boolean isKey(String candidate) {
        return keyHash != null && MessageDigest.isEqual(keyHash, hash(candidate));
    }

    private static byte[] hash(String key) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(key.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
