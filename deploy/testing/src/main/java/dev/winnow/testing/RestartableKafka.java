package dev.winnow.testing;

import dev.winnow.infrastructure.EmbeddedKafka;
import java.nio.file.Path;

/**
 * An embedded broker that a test can take away and bring back on the same port with all that it held. It is always the
 * test's own, also where other tests use an external one. A producer that
 * has lost its broker may hold the caller of {@code send} for {@code max.block.ms}.
 */
public final class RestartableKafka implements AutoCloseable {

    private final Path folder;
    private EmbeddedKafka kafka;
    private boolean up = true;

    private RestartableKafka(Path folder) {
        this.folder = folder;
        this.kafka = EmbeddedKafka.start(folder, 0);
    }

    /** Starts one with what the folder holds, on a free port. */
    public static RestartableKafka start(Path folder) {
        return new RestartableKafka(folder);
    }

    /** What clients take as {@code bootstrap.servers}, the same after every start. */
    public String bootstrapServers() {
        return kafka.bootstrapServers();
    }

    /** Takes it away; nothing happens if it is away. */
    public void stop() {
        if (up) {
            kafka.close();
            up = false;
        }
    }

    /** Brings it back on the same port; nothing happens if it is there. */
    public void startAgain() {
        if (!up) {
            kafka = EmbeddedKafka.start(folder, kafka.port());
            up = true;
        }
    }

    @Override
    public void close() {
        stop();
    }
}
