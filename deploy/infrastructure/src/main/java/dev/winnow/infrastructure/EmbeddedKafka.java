package dev.winnow.infrastructure;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/**
 * A real Kafka broker of one node, with its controller, in this JVM. What it acknowledged is in its folder's files and
 * survives the end of the process, {@code kill -9} too; as with any single broker that does not force each write, a
 * power failure may take the last seconds.
 */
public final class EmbeddedKafka implements AutoCloseable {

    private final BrokerSettings settings;
    private final FolderLock lock;
    private final KafkaRaftServer server;

    private EmbeddedKafka(BrokerSettings settings, FolderLock lock) {
        this.settings = settings;
        this.lock = lock;
        this.server = new KafkaRaftServer(new KafkaConfig(settings.properties()), Time.SYSTEM);
    }

    /**
     * Starts the broker and returns once it takes requests.
     *
     * @param folder where its log is, created and formatted when it is new
     * @param port where it listens on loopback, or 0 for any free port
     * @throws PortInUse if somebody listens there already
     * @throws FolderNotWritable if nothing can be written there
     * @throws FolderInUse if another instance has the folder
     */
    public static EmbeddedKafka start(Path folder, int port) {
        var listening = FreePort.orFail(port);
        var lock = FolderLock.take(folder);
        var started = false;
        try {
            var settings = new BrokerSettings(lock.folder(), listening, controllerPort(listening));
            formatIfNew(lock.folder());
            var kafka = new EmbeddedKafka(settings, lock);
            kafka.server.startup();
            started = true;
            return kafka;
        } finally {
            if (!started) {
                lock.close();
            }
        }
    }

    private static int controllerPort(int brokerPort) {
        var port = FreePort.find();
        return port == brokerPort ? controllerPort(brokerPort) : port;
    }

    private static void formatIfNew(Path folder) {
        if (Files.exists(folder.resolve("meta.properties"))) {
            return;
        }
        try (var silence = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
            new Formatter()
                    .setNodeId(BrokerSettings.NODE)
                    .setClusterId(Uuid.randomUuid().toString())
                    .setControllerListenerName(BrokerSettings.CONTROLLER_LISTENER)
                    .addDirectory(folder.toString())
                    .setMetadataLogDirectory(Optional.of(folder.toString()))
                    .setPrintStream(silence)
                    .run();
        } catch (Exception e) {
            throw new FolderNotWritable(folder, e);
        }
    }

    /** What clients take as {@code bootstrap.servers}. */
    public String bootstrapServers() {
        return settings.bootstrapServers();
    }

    /** The port that clients connect to. */
    public int port() {
        return settings.port();
    }

    /** Ends the broker in order and lets go of its folder. */
    @Override
    public void close() {
        try {
            server.shutdown();
            server.awaitShutdown();
        } finally {
            lock.close();
        }
    }
}
