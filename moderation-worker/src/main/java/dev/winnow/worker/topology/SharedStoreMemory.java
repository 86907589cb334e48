package dev.winnow.worker.topology;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Options;

/** Lets a store take its memory from {@link StoreMemory}; Kafka Streams makes one for each store. */
public final class SharedStoreMemory implements RocksDBConfigSetter {

    private static final long WRITE_BUFFER = 4L * 1024 * 1024;

    @Override
    public void setConfig(String storeName, Options options, Map<String, Object> configs) {
        if (configs.get(StoreMemory.KEY) instanceof StoreMemory memory) {
            var table = (BlockBasedTableConfig) options.tableFormatConfig();
            table.setBlockCache(memory.cache());
            table.setCacheIndexAndFilterBlocks(true);
            options.setTableFormatConfig(table);
            options.setWriteBufferManager(memory.buffers());
            options.setWriteBufferSize(WRITE_BUFFER);
            options.setMaxWriteBufferNumber(2);
        } else {
            throw new IllegalArgumentException(StoreMemory.KEY + " is missing from the settings");
        }
    }

    /** The memory is shared: it is not this store's to give back. */
    @Override
    public void close(String storeName, Options options) {}
}
