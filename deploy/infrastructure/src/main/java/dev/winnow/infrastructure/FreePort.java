package dev.winnow.infrastructure;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Finds ports on loopback that nobody listens on. They are sought below the range from which systems give out ports for
 * outgoing connections, so that none of these takes the port while a server is being restarted on it.
 */
public final class FreePort {

    private static final int LOWEST = 20_000;
    private static final int HIGHEST = 32_000;
    private static final int ATTEMPTS = 100;

    private FreePort() {}

    /** Some port that is free now. */
    public static int find() {
        for (var attempt = 0; attempt < ATTEMPTS; attempt++) {
            var port = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);
            try {
                tryToListen(port);
                return port;
            } catch (IOException taken) {
                // The next one, then.
            }
        }
        throw new IllegalStateException(
                "No free port in %d tries between %d and %d.".formatted(ATTEMPTS, LOWEST, HIGHEST));
    }

    /** The port itself if it is free, some free one for 0. */
    public static int orFail(int port) {
        if (port == 0) {
            return find();
        }
        try {
            tryToListen(port);
            return port;
        } catch (IOException e) {
            throw new PortInUse(port, e);
        }
    }

    private static void tryToListen(int port) throws IOException {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        }
    }
}
