package dev.winnow.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpServer;
import dev.winnow.infrastructure.FreePort;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessesIT {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    @Test
    void aProcessIsReadyWhenItAnswersAndGoneWhenItIsKilled(@TempDir Path outputs) {
        var port = FreePort.find();
        try (var processes = new Processes(outputs)) {
            var server = processes.main("server", Server.class, List.of(String.valueOf(port)), Map.of());

            server.awaitOk(URI.create("http://127.0.0.1:%d/".formatted(port)), TIMEOUT);
            server.awaitOutput("serving", TIMEOUT);
            server.kill();

            assertThat(server.isAlive()).isFalse();
        }
    }

    @Test
    void aProcessThatEndsTooEarlyIsShownWithItsOutput(@TempDir Path outputs) {
        try (var processes = new Processes(outputs)) {
            var broken = processes.main("broken", Server.class, List.of("not a port"), Map.of());

            assertThatExceptionOfType(AssertionError.class)
                    .isThrownBy(() -> broken.awaitOk(URI.create("http://127.0.0.1:1/"), TIMEOUT))
                    .withMessageContaining("broken ended with 1")
                    .withMessageContaining("NumberFormatException");
        }
    }

    @Test
    void allAreGoneAtTheEnd(@TempDir Path outputs) {
        RunningProcess server;
        try (var processes = new Processes(outputs)) {
            server = processes.main("server", Server.class, List.of(String.valueOf(FreePort.find())), Map.of());
            assertThat(server.isAlive()).isTrue();
        }

        assertThat(server.isAlive()).isFalse();
    }

    /** Answers everything with 200. */
    static final class Server {

        public static void main(String[] arguments) throws IOException {
            var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(arguments[0]));
            var server = HttpServer.create(address, 0);
            server.createContext("/", exchange -> {
                exchange.sendResponseHeaders(200, -1);
                exchange.close();
            });
            server.start();
            System.out.println("serving");
        }
    }
}
