package dev.winnow.faults;

import dev.winnow.testing.RestartableKafka;
import dev.winnow.testing.RestartableStore;
import java.nio.file.Path;

/** A broker and a store in this process, for services as processes of their own. */
record Infrastructure(RestartableKafka kafka, RestartableStore store) implements AutoCloseable {

    static Infrastructure in(Path folder) {
        return new Infrastructure(
                RestartableKafka.start(folder.resolve("kafka")), RestartableStore.start(folder.resolve("store")));
    }

    @Override
    public void close() {
        store.close();
        kafka.close();
    }
}
