package dev.winnow.articles.site;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.winnow.articles.problem.Problem;
import dev.winnow.articles.problem.Problem.Kind;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Knows a site by its key. */
@Component
public final class SiteKeys {

    private static final String SCHEME = "Bearer ";

    private final Sites sites;

    SiteKeys(Sites sites) {
        this.sites = sites;
    }

    /** Passes only with the site's key; how long that takes tells nothing about the key. */
    public void check(String name, HttpHeaders headers) {
        var key = sites.named(name).key();
        if (key == null) {
            throw Problem.of(
                            Kind.FORBIDDEN, "This site has no key, so nobody can do this. Set winnow.sites.<name>.key.")
                    .exception();
        }
        var given = headers.getFirst(HttpHeaders.AUTHORIZATION);
        if (given == null || !given.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            throw Problem.unauthorized("Send the site's key: Authorization: Bearer <key>.")
                    .exception();
        }
        if (!MessageDigest.isEqual(
                hash(key), hash(given.substring(SCHEME.length()).strip()))) {
            throw Problem.unauthorized("This is not the site's key.").exception();
        }
    }

    private static byte[] hash(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
