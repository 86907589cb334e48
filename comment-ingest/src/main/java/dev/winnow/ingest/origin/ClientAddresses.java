package dev.winnow.ingest.origin;

import java.net.InetSocketAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;

/**
 * Tells a request's client address. The connection's other end counts; where that is a trusted proxy, what it says in
 * {@code X-Forwarded-For}, read from the right: each trusted proxy vouches for the entry before its own, and the first
 * that is none is the client. What stands further left anybody may have written.
 */
@Component
public class ClientAddresses {

    private static final String FORWARDED_FOR = "X-Forwarded-For";
    private static final byte[] NOWHERE = new byte[4];

    private final List<AddressRange> trusted;

    public ClientAddresses(ProxySettings settings) {
        this.trusted =
                settings.trustedProxies().stream().map(AddressRange::parse).toList();
    }

    /** The client's address, 4 or 16 bytes. */
    public byte[] of(ServerHttpRequest request) {
        var peer = bytes(request.getRemoteAddress());
        if (!isTrusted(peer)) {
            return peer;
        }
        var client = peer;
        var entries = String.join(",", request.getHeaders().getOrEmpty(FORWARDED_FOR));
        int end = entries.length();
        while (end > 0 && isTrusted(client)) {
            var comma = entries.lastIndexOf(',', end - 1);
            var next = address(entries.substring(comma + 1, end).strip());
            if (next == null) {
                break;
            }
            client = next;
            end = comma;
        }
        return client;
    }

    /** An entry's address; some proxies write it with a port. */
    private static byte @Nullable [] address(String entry) {
        if (entry.startsWith("[")) {
            var bracket = entry.indexOf(']');
            return bracket < 0 ? null : AddressRange.literal(entry.substring(1, bracket));
        }
        var colon = entry.indexOf(':');
        var portless = colon > 0 && colon == entry.lastIndexOf(':') ? entry.substring(0, colon) : entry;
        return AddressRange.literal(portless);
    }

    private boolean isTrusted(byte[] address) {
        for (var range : trusted) {
            if (range.contains(address)) {
                return true;
            }
        }
        return false;
    }

    private static byte[] bytes(@Nullable InetSocketAddress peer) {
        var address = peer == null ? null : peer.getAddress();
        return address == null ? NOWHERE : AddressRange.unwrapped(address.getAddress());
    }
}
