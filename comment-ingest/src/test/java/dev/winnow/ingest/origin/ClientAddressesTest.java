package dev.winnow.ingest.origin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;

class ClientAddressesTest {

    private final ClientAddresses addresses = new ClientAddresses(new ProxySettings(List.of("10.0.0.0/8", "fd00::/8")));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "203.0.113.5 | 198.51.100.1 | 203.0.113.5",
                "10.0.0.1 | 198.51.100.1 | 198.51.100.1",
                "10.0.0.1 | 6.6.6.6, 198.51.100.1, 10.0.0.2 | 198.51.100.1",
                "10.0.0.1 | 10.0.0.3, 10.0.0.2 | 10.0.0.3",
                "10.0.0.1 | 6.6.6.6, unknown, 10.0.0.2 | 10.0.0.2",
                "10.0.0.1 | 6.6.6.6, localhost | 10.0.0.1",
                "10.0.0.1 | '' | 10.0.0.1",
                "10.0.0.1 | 198.51.100.1:1234 | 198.51.100.1",
                "10.0.0.1 | [2001:db8::1]:443 | 2001:db8::1",
                "fd00::1 | 2001:db8::1 | 2001:db8::1",
            })
    void theClientIsTheFirstFromTheRightThatIsNoProxyOfOurs(String peer, String forwardedFor, String client)
            throws UnknownHostException {
        assertThat(addresses.of(request(peer, forwardedFor)))
                .isEqualTo(InetAddress.getByName(client).getAddress());
    }

    @Property
    void whateverIsForwardedIsNoReasonToThrow(@ForAll String forwardedFor) throws UnknownHostException {
        assertThat(addresses.of(request("10.0.0.1", forwardedFor))).hasSizeBetween(4, 16);
    }

    private static MockServerHttpRequest request(String peer, String forwardedFor) throws UnknownHostException {
        return MockServerHttpRequest.get("/")
                .remoteAddress(new InetSocketAddress(InetAddress.getByName(peer), 1))
                .header("X-Forwarded-For", forwardedFor)
                .build();
    }
}
