package dev.winnow.infrastructure;

import de.bwaldvogel.mongo.MongoServer;
import java.nio.file.Path;
import org.h2.mvstore.MVStore;

/** A MongoDB-wire store. */
public final class EmbeddedStore implements AutoCloseable {
    private static final String HOST = "127.0.0.1";
    private final MongoServer server;
    private final FolderLock lock;
    private final int port;

    private EmbeddedStore(MongoServer server, FolderLock lock, int port) {
        this.server = server;
        this.lock = lock;
        this.port = port;
    }

    public static EmbeddedStore start(Path folder, int port) {
        var listening = FreePort.orFail(port);
        var lock = FolderLock.take(folder);
        var file = lock.folder().resolve("store.mv.db").toString();
        var store = new MVStore.Builder()
                .fileName(file)
                .autoCommitDisabled()
                .autoCommitBufferSize(64 * 1024)
                .open();
        store.setRetentionTime(Integer.getInteger("ret", 5000));
        var server = new MongoServer(new DurableBackend(store));
        server.bind(HOST, listening);
        return new EmbeddedStore(server, lock, listening);
    }

    public String uri(String database) {
        return "mongodb://%s:%d/%s".formatted(HOST, port, database);
    }

    @Override
    public void close() {
        server.shutdownNow();
        lock.close();
    }
}
