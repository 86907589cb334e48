package dev.winnow.ingest.origin;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.winnow.ingest.secret.DerivedKey;
import dev.winnow.ingest.secret.SecretSettings;
import java.util.Arrays;
import java.util.Base64;
import org.springframework.stereotype.Component;

/**
 * Makes of a client's address what is kept of it: 64 bits of a keyed hash, by site. It tells that two requests to one
 * site came from the same place and nothing else; without the key nobody can try out addresses.
 */
@Component
public class Origins {

    private static final int HASH_BYTES = 8;
    private static final int NETWORK_BYTES = 8;

    private final DerivedKey key;

    public Origins(SecretSettings secret) {
        this.key = DerivedKey.of(secret, "origin v1");
    }

    /** The origin of an address: of its /64 for IPv6, where one household or phone has as many addresses as it likes. */
    public String of(String site, byte[] address) {
        var place = address.length == 16 ? Arrays.copyOf(address, NETWORK_BYTES) : address;
        var hash = Arrays.copyOf(key.mac(site.getBytes(UTF_8), place), HASH_BYTES);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    }
}
