package dev.winnow.ingest.author;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.winnow.events.Author;
import dev.winnow.ingest.problems.Checked;
import dev.winnow.ingest.problems.Problem;
import dev.winnow.ingest.problems.ProblemKind;
import dev.winnow.ingest.rules.Rules;
import dev.winnow.ingest.sites.Site;
import dev.winnow.ingest.sites.Sites;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reads author tokens: JWTs by which a site says who is signed in there. Signed with HS256 and the site's
 * {@code author-token-secret}; claims {@code aud} (the site's name), {@code sub} (the author's id), {@code name},
 * {@code exp}, and {@code email} if the site likes.
 */
@Component
public class AuthorTokens {

    /** The header they come in. */
    public static final String HEADER = "Winnow-Author-Token";

    private static final Duration CLOCKS_DIFFER_BY = Duration.ofSeconds(30);

    private final Map<String, MACVerifier> verifiers;
    private final Clock clock;

    public AuthorTokens(Sites sites, Clock clock) {
        this.verifiers = verifiers(sites);
        this.clock = clock;
    }

    /** The author that a token names, if the site signed it for itself and it is still good. */
    public Checked<Author> read(Site site, String token) {
        var verifier = verifiers.get(site.name());
        if (verifier == null) {
            return refused("This site has no author-token-secret, so author tokens are refused.");
        }
        try {
            var jwt = SignedJWT.parse(token);
            if (!JWSAlgorithm.HS256.equals(jwt.getHeader().getAlgorithm()) || !jwt.verify(verifier)) {
                return refused("The author token is not signed by this site with HS256.");
            }
            return author(site, jwt.getJWTClaimsSet());
        } catch (ParseException | JOSEException | IllegalArgumentException | IllegalStateException e) {
            return refused("The author token is not a signed JWT.");
        }
    }

    private Checked<Author> author(Site site, JWTClaimsSet claims) throws ParseException {
        var problem = standing(site, claims);
        if (problem != null) {
            return refused(problem);
        }
        var id = claims.getSubject();
        var name = claims.getStringClaim("name");
        var email = claims.getStringClaim("email");
        if (id == null || Rules.id(id) != null) {
            return refused("The author token's sub must be 1 to 200 visible characters without space.");
        }
        if (name == null || Rules.name(name) != null) {
            return refused("The author token's name must be 1 to 80 characters, as in a comment.");
        }
        if (email != null && Rules.email(email) != null) {
            return refused("The author token's email must be a mail address.");
        }
        return Checked.good(new Author(name.strip(), id, email, true));
    }

    private @Nullable String standing(Site site, JWTClaimsSet claims) {
        var now = clock.instant();
        var expires = claims.getExpirationTime();
        var begins = claims.getNotBeforeTime();
        if (expires == null) {
            return "The author token has no exp.";
        }
        if (!now.isBefore(expires.toInstant().plus(CLOCKS_DIFFER_BY))) {
            return "The author token has expired: get a new one from the site.";
        }
        if (begins != null && now.isBefore(begins.toInstant().minus(CLOCKS_DIFFER_BY))) {
            return "The author token is not good yet.";
        }
        return claims.getAudience().contains(site.name()) ? null : "The author token's aud is not this site.";
    }

    private static Map<String, MACVerifier> verifiers(Sites sites) {
        var verifiers = new HashMap<String, MACVerifier>();
        for (var site : sites.all()) {
            var secret = site.authorTokenSecret();
            if (secret != null) {
                try {
                    verifiers.put(site.name(), new MACVerifier(secret.getBytes(UTF_8)));
                } catch (JOSEException e) {
                    throw new IllegalStateException("the author-token-secret of " + site.name() + " is no key", e);
                }
            }
        }
        return Map.copyOf(verifiers);
    }

    private static Checked<Author> refused(String detail) {
        return Checked.bad(Problem.of(ProblemKind.FORBIDDEN, detail));
    }
}
