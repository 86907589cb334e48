package dev.winnow.worker.topology;

import org.rocksdb.LRUCache;
import org.rocksdb.RocksDB;
import org.rocksdb.WriteBufferManager;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * The memory outside the heap that all stores of this instance share. Every partition has stores of its own, and by
 * default each may take some 100 MB.
 */
@Component
class StoreMemory implements DisposableBean {

    /** The key under which the settings of Kafka Streams carry it to {@link SharedStoreMemory}. */
    static final String KEY = "winnow.worker.store-memory";

    private final LRUCache cache;
    private final WriteBufferManager buffers;

    StoreMemory(StreamsSettings settings) {
        RocksDB.loadLibrary();
        cache = new LRUCache(settings.memory().toBytes());
        buffers = new WriteBufferManager(settings.memory().toBytes() / 2, cache);
    }

    LRUCache cache() {
        return cache;
    }

    WriteBufferManager buffers() {
        return buffers;
    }

    /** Comes after the streams have stopped, which is when their stores are closed. */
    @Override
    public void destroy() {
        buffers.close();
        cache.close();
    }
}
