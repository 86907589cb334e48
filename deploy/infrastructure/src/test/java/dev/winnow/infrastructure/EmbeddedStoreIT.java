package dev.winnow.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedStoreIT {

    private final Path folder;

    EmbeddedStoreIT(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void whatWasWrittenIsThereAfterARestartOnTheSamePort() {
        int port;
        try (var store = EmbeddedStore.start(folder, 0);
                var client = MongoClients.create(store.uri("threads"))) {
            port = store.port();
            comments(client).insertOne(new Document("_id", "1").append("text", "很好的文章 👍"));
        }

        try (var again = EmbeddedStore.start(folder, port);
                var client = MongoClients.create(again.uri("threads"))) {
            assertThat(again.uri("threads")).isEqualTo("mongodb://127.0.0.1:%d/threads".formatted(port));
            assertThat(comments(client).find(new Document("_id", "1")))
                    .extracting(found -> found.getString("text"))
                    .containsExactly("很好的文章 👍");
        }
    }

    @Test
    void inMemoryNothingIsWrittenToAFolder() {
        try (var store = EmbeddedStore.startInMemory(0);
                var client = MongoClients.create(store.uri("threads"))) {
            comments(client).insertOne(new Document("_id", "1"));

            assertThat(comments(client).countDocuments()).isOne();
        }
    }

    @Test
    void aBusyPortIsSaidBeforeAnythingIsWritten() throws IOException {
        try (var busy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatExceptionOfType(PortInUse.class)
                    .isThrownBy(() -> EmbeddedStore.start(folder.resolve("new"), busy.getLocalPort()))
                    .satisfies(failure -> assertThat(failure.port()).isEqualTo(busy.getLocalPort()));
            assertThat(folder.resolve("new")).doesNotExist();
        }
    }

    @Test
    void aFolderThatCannotBeWrittenIsSaid() throws IOException {
        var file = Files.createFile(folder.resolve("a-file"));

        assertThatExceptionOfType(FolderNotWritable.class)
                .isThrownBy(() -> EmbeddedStore.start(file.resolve("below"), 0))
                .withMessageContaining(file.toString());
    }

    @Test
    void aSecondStoreOnTheSameFolderIsRefusedAndTheFirstStaysWell() {
        try (var first = EmbeddedStore.start(folder, 0);
                var client = MongoClients.create(first.uri("threads"))) {
            assertThatExceptionOfType(FolderInUse.class)
                    .isThrownBy(() -> EmbeddedStore.start(folder, 0))
                    .withMessageContaining("in use");

            comments(client).insertOne(new Document("_id", "1"));
            assertThat(comments(client).countDocuments()).isOne();
        }
    }

    @Test
    void indexesAreMadeWhileTheCollectionIsRead() {
        try (var store = EmbeddedStore.startInMemory(0);
                var client = MongoClients.create(store.uri("threads"))) {
            comments(client).insertOne(new Document("_id", "1"));
            var made = new AtomicBoolean();
            var readers = Stream.generate(() -> CompletableFuture.runAsync(() -> {
                        while (!made.get()) {
                            assertThat(comments(client).find(new Document("field", 1)))
                                    .isEmpty();
                        }
                    }))
                    .limit(4)
                    .toList();
            try {
                for (int i = 0; i < 400; i++) {
                    comments(client).createIndex(new Document("field" + i, 1));
                }
            } finally {
                made.set(true);
            }

            assertThat(readers).allSatisfy(reader -> assertThat(reader).succeedsWithin(Duration.ofSeconds(30)));
        }
    }

    @Test
    void aDocumentIsFoundByItsIdOnlyIfTheRestMatchesToo() {
        try (var store = EmbeddedStore.start(folder, 0);
                var client = MongoClients.create(store.uri("threads"))) {
            comments(client).insertOne(new Document("_id", "1").append("revision", 3));
            comments(client).insertOne(new Document("_id", "2").append("revision", 3));

            var earlier = Filters.and(Filters.eq("_id", "1"), Filters.lt("revision", 3));
            var same = Filters.and(Filters.eq("_id", "1"), Filters.lte("revision", 3));
            assertThat(comments(client)
                            .updateOne(earlier, Updates.set("revision", 2))
                            .getMatchedCount())
                    .isZero();
            assertThat(comments(client)
                            .updateOne(same, Updates.set("revision", 4))
                            .getModifiedCount())
                    .isOne();
            assertThat(comments(client).find(same)).isEmpty();
            assertThat(comments(client).find(Filters.and(Filters.eq("_id", "1"), Filters.eq("revision", 4))))
                    .hasSize(1);
            assertThat(comments(client).find(Filters.eq("revision", 3)))
                    .extracting(found -> found.getString("_id"))
                    .containsExactly("2");
        }
    }

    @Test
    void aPageIsTheBeginningOfWhatMatchesInOrder() {
        try (var store = EmbeddedStore.startInMemory(0);
                var client = MongoClients.create(store.uri("threads"))) {
            comments(client)
                    .insertMany(IntStream.range(0, 200)
                            .mapToObj(i -> new Document("_id", "%03d".formatted(i * 77 % 200))
                                    .append("due", i % 7)
                                    .append("flagged", i % 3 != 0))
                            .toList());
            var flagged = Filters.eq("flagged", true);
            var order = Sorts.orderBy(Sorts.descending("due"), Sorts.ascending("_id"));
            var all = comments(client).find(flagged).sort(order).into(new ArrayList<>());

            assertThat(all)
                    .isSortedAccordingTo(Comparator.comparing((Document d) -> -d.getInteger("due"))
                            .thenComparing(d -> d.getString("_id")));
            assertThat(comments(client).find(flagged).sort(order).limit(10))
                    .containsExactlyElementsOf(all.subList(0, 10));
            assertThat(comments(client).find(flagged).sort(order).skip(20).limit(10))
                    .containsExactlyElementsOf(all.subList(20, 30));
            assertThat(comments(client).find(flagged).sort(order).limit(1_000)).containsExactlyElementsOf(all);
        }
    }

    private static MongoCollection<Document> comments(MongoClient client) {
        return client.getDatabase("threads").getCollection("comments");
    }
}
