package dev.winnow.ingest.origin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.ingest.secret.SecretSettings;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class OriginsTest {

    private final Origins origins = new Origins(new SecretSettings("a secret of thirty-two characters"));

    @Test
    void oneAddressIsOneOriginAndAnotherIsAnother() {
        assertThat(origin("192.0.2.1")).isEqualTo(origin("192.0.2.1")).isNotEqualTo(origin("192.0.2.2"));
    }

    @Test
    void ofIpv6TheFirstHalfCounts() {
        assertThat(origin("2001:db8:1:2::1"))
                .isEqualTo(origin("2001:db8:1:2:ffff::9"))
                .isNotEqualTo(origin("2001:db8:1:3::1"));
    }

    @Test
    void ipv4InTheFormOfIpv6IsIpv4() {
        assertThat(origin("::ffff:192.0.2.1")).isEqualTo(origin("192.0.2.1"));
    }

    @Test
    void sitesCannotCompareTheirReaders() {
        var address = new byte[] {1, 2, 3, 4};

        assertThat(origins.of("one", address)).isNotEqualTo(origins.of("two", address));
    }

    @Test
    void withoutTheSecretNobodyCanTryOutAddresses() {
        var others = new Origins(new SecretSettings("another secret of thirty-two letters"));
        var address = new byte[] {1, 2, 3, 4};

        assertThat(others.of("default", address)).isNotEqualTo(origins.of("default", address));
        assertThat(origins.of("default", address)).matches("[A-Za-z0-9_-]{11}");
    }

    private String origin(String address) {
        return origins.of("default", Objects.requireNonNull(AddressRange.literal(address)));
    }
}
