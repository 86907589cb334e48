package dev.winnow.worker.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/** What everything is signed with that browsers keep for us: the settings' secret, or one of this process. */
@Component
final class SessionKey {

    private static final String ALGORITHM = "HmacSHA256";

    private final byte[] secret;

    SessionKey(SignInSettings settings) {
        this.secret = settings.sessionSecret() == null
                ? randomSecret()
                : settings.sessionSecret().getBytes(UTF_8);
    }

    /** Signs some content, under a key that nothing else is signed with. */
    byte[] sign(String purpose, byte[] content) {
        return hmac(hmac(secret, purpose.getBytes(UTF_8)), content);
    }

    private static byte[] hmac(byte[] key, byte[] content) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac.doFinal(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }

    private static byte[] randomSecret() {
        var random = new byte[32];
        new SecureRandom().nextBytes(random);
        return random;
    }
}
