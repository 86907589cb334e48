package dev.winnow.ingest.origin;

import io.netty.util.NetUtil;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A range of addresses in CIDR form. Reads literals only and never asks a name server.
 *
 * @param network the bytes of an address within the range, 4 or 16
 * @param bits how many of them, from the left, an address must share
 */
record AddressRange(byte[] network, int bits) {

    /** Reads {@code 10.0.0.0/8}, {@code fd00::/8} or a single address. */
    static AddressRange parse(String cidr) {
        var slash = cidr.indexOf('/');
        var network = literal(slash < 0 ? cidr : cidr.substring(0, slash));
        if (network == null) {
            throw new IllegalArgumentException("not an address range: " + cidr);
        }
        var all = network.length * 8;
        var bits = slash < 0 ? all : number(cidr.substring(slash + 1));
        if (bits < 0 || bits > all) {
            throw new IllegalArgumentException("not an address range: " + cidr);
        }
        return new AddressRange(network, bits);
    }

    /** The bytes of an address literal, those of IPv4 where IPv6 only wraps it; null for anything else. */
    static byte @Nullable [] literal(String text) {
        if (!NetUtil.isValidIpV4Address(text) && !NetUtil.isValidIpV6Address(text)) {
            return null;
        }
        var bytes = NetUtil.createByteArrayFromIpAddressString(text);
        return bytes == null ? null : unwrapped(bytes);
    }

    /** IPv4 for what is IPv4 written as IPv6 ({@code ::ffff:192.0.2.1}). */
    static byte[] unwrapped(byte[] address) {
        if (address.length != 16 || address[10] != -1 || address[11] != -1) {
            return address;
        }
        for (int i = 0; i < 10; i++) {
            if (address[i] != 0) {
                return address;
            }
        }
        return Arrays.copyOfRange(address, 12, 16);
    }

    boolean contains(byte[] address) {
        if (address.length != network.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit += 8) {
            var mask = bits - bit >= 8 ? 0xFF : 0xFF << (8 - (bits - bit)) & 0xFF;
            if (((address[bit / 8] ^ network[bit / 8]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            return -1;
        }
    }
}
