package dev.winnow.worker.review;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * A small OpenID Connect provider: it describes itself, sends browsers back with a code, and exchanges the code for a
 * signed token, as long as client, secret, address and verifier are right. What it says of whoever signs in next is set by
 * the test.
 */
final class StubProvider {

    private static final String CLIENT = "winnow-desk";
    private static final String SECRET = "the client's secret";

    private final HttpServer server;
    private final RSAKey key = newKey();
    private final RSAKey strangersKey = newKey();
    private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();
    private volatile boolean genuine = true;
    private volatile Consumer<JWTClaimsSet.Builder> says = claims -> {};

    private StubProvider() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        server.createContext("/.well-known/openid-configuration", this::describe);
        server.createContext("/authorize", this::authorize);
        server.createContext("/token", this::token);
        server.createContext("/keys", exchange -> json(exchange, 200, new JWKSet(key.toPublicJWK()).toString()));
        server.start();
    }

    static StubProvider shared() {
        return Shared.PROVIDER;
    }

    /** The desk's settings for it. */
    Map<String, String> settings() {
        return Map.of(
                "winnow.review.oidc.issuer", issuer(),
                "winnow.review.oidc.client-id", CLIENT,
                "winnow.review.oidc.client-secret", SECRET,
                "winnow.review.oidc.label", "示例公司",
                "winnow.review.oidc.role-claim", "realm.groups",
                "winnow.review.oidc.roles.leads", "lead",
                "winnow.review.oidc.roles.mods", "moderator",
                "winnow.review.oidc.sites-claim", "teams",
                "winnow.review.oidc.sites.everything", "*",
                "winnow.review.oidc.sites.daily", "blog,news");
    }

    /** From now on says this of whoever signs in, on top of what is usual. */
    void says(Consumer<JWTClaimsSet.Builder> claims) {
        genuine = true;
        says = claims;
    }

    /** From now on signs with a key that is not its own. */
    void signsWithAStrangersKey() {
        genuine = false;
    }

    private String issuer() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    private void describe(HttpExchange exchange) throws IOException {
        json(exchange, 200, """
                {"issuer": "%1$s", "authorization_endpoint": "%1$s/authorize", "token_endpoint": "%1$s/token",
                 "jwks_uri": "%1$s/keys", "response_types_supported": ["code"], "subject_types_supported": ["public"],
                 "id_token_signing_alg_values_supported": ["RS256"]}
                """.formatted(issuer()));
    }

    private void authorize(HttpExchange exchange) throws IOException {
        var asked = parameters(String.valueOf(exchange.getRequestURI().getRawQuery()));
        if (!CLIENT.equals(asked.get("client_id"))
                || !"S256".equals(asked.get("code_challenge_method"))
                || !asked.getOrDefault("scope", "").contains("openid")) {
            json(exchange, 400, "{}");
            return;
        }
        var code = UUID.randomUUID().toString();
        codes.put(code, asked);
        var back = UriComponentsBuilder.fromUriString(asked.getOrDefault("redirect_uri", ""))
                .queryParam("code", code)
                .queryParam("state", "{state}")
                .encode()
                .buildAndExpand(asked.get("state"))
                .toUriString();
        exchange.getResponseHeaders().set("Location", back);
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    private void token(HttpExchange exchange) throws IOException {
        var brought = parameters(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
        var asked = codes.remove(brought.getOrDefault("code", ""));
        if (asked == null
                || !credentials().equals(exchange.getRequestHeaders().getFirst("Authorization"))
                || !String.valueOf(asked.get("redirect_uri")).equals(brought.get("redirect_uri"))
                || !hash(brought.getOrDefault("code_verifier", "")).equals(asked.get("code_challenge"))) {
            json(exchange, 400, "{\"error\": \"invalid_grant\"}");
            return;
        }
        json(
                exchange,
                200,
                "{\"access_token\": \"x\", \"token_type\": \"Bearer\", \"expires_in\": 60, \"id_token\": \"%s\"}"
                        .formatted(signed(String.valueOf(asked.get("nonce")))));
    }

    private String signed(String nonce) {
        var now = Instant.now();
        var claims = new JWTClaimsSet.Builder()
                .issuer(issuer())
                .audience(CLIENT)
                .subject("subject-1")
                .claim("preferred_username", "wang.fang")
                .claim("realm", Map.of("groups", List.of("all", "mods")))
                .claim("teams", "everything")
                .claim("nonce", nonce)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(300)));
        says.accept(claims);
        var with = genuine ? key : strangersKey;
        try {
            var token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(key.getKeyID())
                            .build(),
                    claims.build());
            token.sign(new RSASSASigner(with));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String credentials() {
        var secret = SECRET.replace("'", "%27").replace(" ", "+");
        return "Basic " + Base64.getEncoder().encodeToString((CLIENT + ":" + secret).getBytes(UTF_8));
    }

    private static String hash(String verifier) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> parameters(String query) {
        var decoded = new ConcurrentHashMap<String, String>();
        for (var pair : query.split("&")) {
            var parts = pair.split("=", 2);
            decoded.put(parts[0], parts.length == 1 ? "" : URLDecoder.decode(parts[1], UTF_8));
        }
        return decoded;
    }

    private static void json(HttpExchange exchange, int status, String body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.getBytes(UTF_8).length);
        try (var out = exchange.getResponseBody()) {
            out.write(body.getBytes(UTF_8));
        }
    }

    private static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(2048).keyID("k1").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Shared {
        static final StubProvider PROVIDER = new StubProvider();
    }
}
