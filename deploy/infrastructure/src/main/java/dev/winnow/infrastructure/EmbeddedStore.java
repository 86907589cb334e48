package dev.winnow.infrastructure;

import de.bwaldvogel.mongo.MongoServer;
import java.nio.file.Path;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;

/**
 * A store that speaks MongoDB's wire protocol, in this JVM. A write that was answered is in the folder's file, with its
 * index entries, and survives the end of the process, {@code kill -9} too: it is committed before the answer is sent.
 * So a view may record how far it has read as soon as its writes are answered, and needs to read nothing twice.
 * The file is not forced to the disk: a power failure may take the last seconds, or the file; the views are then to be
 * built again from the log.
 */
public final class EmbeddedStore implements AutoCloseable {

    private static final String HOST = "127.0.0.1";

    /** Small pages, as every commit writes the changed ones anew. */
    private static final int PAGE_BYTES = 4096;

    /**
     * How much of the memory may hold documents that were read, so that a page of many is not read from the file anew each
     * time.
     */
    private static final int SHARE_OF_MEMORY_TO_REMEMBER = 8;

    /** However much a command changes, nothing is committed in the middle of it. */
    private static final int NO_COMMIT_BY_SIZE = 0;

    /** How long outdated parts of the file are left alone before their space is used again. */
    private static final int RETENTION_MILLIS = 2_000;

    private final MongoServer server;
    private final int port;
    private final @Nullable FolderLock lock;

    private EmbeddedStore(MVStore store, int port, @Nullable FolderLock lock) {
        this.server = new MongoServer(new DurableBackend(store));
        this.port = port;
        this.lock = lock;
        server.bind(HOST, port);
    }

    /**
     * Starts the store and returns once it takes requests.
     *
     * @param folder where its file is, created when it is new
     * @param port where it listens on loopback, or 0 for any free port
     * @throws PortInUse if somebody listens there already
     * @throws FolderNotWritable if nothing can be written there
     * @throws FolderInUse if another instance has the folder
     */
    public static EmbeddedStore start(Path folder, int port) {
        var listening = FreePort.orFail(port);
        var lock = FolderLock.take(folder);
        var started = false;
        try {
            var store = new EmbeddedStore(open(lock.folder().resolve("store.mv.db")), listening, lock);
            started = true;
            return store;
        } finally {
            if (!started) {
                lock.close();
            }
        }
    }

    /** Starts a store that forgets everything when it is closed. */
    public static EmbeddedStore startInMemory(int port) {
        return new EmbeddedStore(MVStore.open(null), FreePort.orFail(port), null);
    }

    private static MVStore open(Path file) {
        var store = new MVStore.Builder()
                .fileName(file.toString())
                .autoCommitDisabled()
                .autoCommitBufferSize(NO_COMMIT_BY_SIZE)
                .pageSplitSize(PAGE_BYTES)
                .cacheSize(rememberedMegabytes())
                .open();
        store.setRetentionTime(RETENTION_MILLIS);
        return store;
    }

    private static int rememberedMegabytes() {
        return (int) (Runtime.getRuntime().maxMemory() / SHARE_OF_MEMORY_TO_REMEMBER / (1024 * 1024));
    }

    /** What clients take as connection string, with the database they use. */
    public String uri(String database) {
        return "mongodb://%s:%d/%s".formatted(HOST, port, database);
    }

    /** The port that clients connect to. */
    public int port() {
        return port;
    }

    /** Closes all connections, ends the store in order and lets go of its folder. */
    @Override
    public void close() {
        try {
            server.shutdownNow();
        } finally {
            if (lock != null) {
                lock.close();
            }
        }
    }
}
