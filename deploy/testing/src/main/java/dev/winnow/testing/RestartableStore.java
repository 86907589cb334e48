package dev.winnow.testing;

import dev.winnow.infrastructure.EmbeddedStore;
import java.nio.file.Path;

/**
 * An embedded store that a test can take away and bring back on the same port with all that it held. It is always the
 * test's own, also where other tests use an external one. Drivers repeat a
 * read whose connection broke, but not a write.
 */
public final class RestartableStore implements AutoCloseable {

    private final Path folder;
    private EmbeddedStore store;
    private boolean up = true;

    private RestartableStore(Path folder) {
        this.folder = folder;
        this.store = EmbeddedStore.start(folder, 0);
    }

    /** Starts one with what the folder holds, on a free port. */
    public static RestartableStore start(Path folder) {
        return new RestartableStore(folder);
    }

    /** The connection string with this database in it, the same after every start. */
    public String uri(String database) {
        return store.uri(database);
    }

    /** Takes it away; nothing happens if it is away. */
    public void stop() {
        if (up) {
            store.close();
            up = false;
        }
    }

    /** Brings it back on the same port; nothing happens if it is there. */
    public void startAgain() {
        if (!up) {
            store = EmbeddedStore.start(folder, store.port());
            up = true;
        }
    }

    @Override
    public void close() {
        stop();
    }
}
