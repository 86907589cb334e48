package dev.winnow.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Instant;
import java.util.Date;

/** Author tokens as a site makes them. */
public final class SignedAuthor {

    private SignedAuthor() {}

    /** A token that is good for a minute. */
    public static String token(String id, String name, String site) {
        var claims = new JWTClaimsSet.Builder()
                .subject(id)
                .claim("name", name)
                .audience(site)
                .expirationTime(Date.from(Instant.now().plusSeconds(60)))
                .build();
        return signed(claims, RunningIngest.AUTHOR_TOKEN_SECRET);
    }

    /** Any claims, signed with any secret. */
    public static String signed(JWTClaimsSet claims, String secret) {
        try {
            var jwt = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
            jwt.sign(new MACSigner(secret.getBytes(UTF_8)));
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
