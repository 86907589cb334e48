package dev.winnow.infrastructure;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.backend.h2.H2Collection;
import de.bwaldvogel.mongo.backend.h2.H2Database;
import de.bwaldvogel.mongo.bson.Document;
import io.netty.channel.Channel;
import java.util.Collection;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.Stream;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;

/**
 * Commits what a command changed before the command is answered, and never in the middle of one, so that a document and
 * its index entries are stored together or not at all. Commands run side by side; those that end at about the same time
 * share one commit.
 */
final class DurableBackend extends H2Backend {

    /** Commands that change nothing and so wait for no commit. Any other may change something. */
    private static final Set<String> READING =
            Set.of("find", "getMore", "count", "distinct", "hello", "isMaster", "ismaster", "ping", "killCursors");

    /** The store keeps a collection's indexes in a plain list, which nothing may walk while these change it. */
    private static final Set<String> CHANGING_INDEXES = Set.of("createIndexes", "dropIndexes");

    /** Each commit appends what it changed; so often the parts of the file that are mostly outdated are rewritten. */
    private static final int COMMITS_BETWEEN_COMPACTIONS = 250;

    private static final int COMPACT_BELOW_FILL_PERCENT = 60;
    private static final int COMPACT_BYTES = 4 * 1024 * 1024;

    private final MVStore store;
    private final ReadWriteLock commands = new ReentrantReadWriteLock();
    private final ReadWriteLock indexes = new ReentrantReadWriteLock();
    private int commitsSinceCompaction;

    DurableBackend(MVStore store) {
        super(store);
        this.store = store;
    }

    @Override
    protected MongoDatabase openOrCreateDatabase(String name) {
        return new Database(name);
    }

    @Override
    public Document handleCommand(Channel channel, String databaseName, String command, Document query) {
        var lock = CHANGING_INDEXES.contains(command) ? indexes.writeLock() : indexes.readLock();
        lock.lock();
        try {
            return handleDurably(channel, databaseName, command, query);
        } finally {
            lock.unlock();
        }
    }

    private Document handleDurably(Channel channel, String databaseName, String command, Document query) {
        if (isReading(command, query)) {
            return super.handleCommand(channel, databaseName, command, query);
        }
        try {
            commands.readLock().lock();
            try {
                return super.handleCommand(channel, databaseName, command, query);
            } finally {
                commands.readLock().unlock();
            }
        } finally {
            commit();
        }
    }

    private static boolean isReading(String command, Document query) {
        return READING.contains(command)
                || command.equals("aggregate")
                        && query.get("pipeline") instanceof Collection<?> stages
                        && stages.stream().noneMatch(DurableBackend::isWriting);
    }

    private static boolean isWriting(Object stage) {
        return !(stage instanceof Document operation)
                || operation.containsKey("$out")
                || operation.containsKey("$merge");
    }

    @Override
    public void commit() {
        commands.writeLock().lock();
        try {
            if (store.hasUnsavedChanges()) {
                store.commit();
                compactNowAndThen();
            }
        } finally {
            commands.writeLock().unlock();
        }
    }

    private void compactNowAndThen() {
        commitsSinceCompaction++;
        if (commitsSinceCompaction == COMMITS_BETWEEN_COMPACTIONS) {
            commitsSinceCompaction = 0;
            store.compact(COMPACT_BELOW_FILL_PERCENT, COMPACT_BYTES);
        }
    }

    /** Opens its collections as {@link Documents}. Made while the backend itself is, so it asks for what that knows. */
    private final class Database extends H2Database {

        Database(String name) {
            super(name, getMvStore(), getCursorRegistry());
        }

        @Override
        protected MongoCollection<Object> openOrCreateCollection(String name, CollectionOptions options) {
            var place = getDatabaseName() + "." + name;
            return new Documents(
                    this,
                    name,
                    options,
                    getMvStore().openMap("databases." + place),
                    getMvStore().openMap("meta." + place),
                    getCursorRegistry());
        }
    }

    /**
     * Looks a document up by its id even where a query asks for more of it, for which the library reads them all; and
     * where a page of many is asked for, sorts no more than the page.
     */
    private static final class Documents extends H2Collection {

        Documents(
                MongoDatabase database,
                String name,
                CollectionOptions options,
                MVMap<Object, Document> documents,
                MVMap<String, Object> about,
                CursorRegistry cursors) {
            super(database, name, options, documents, about, cursors);
        }

        @Override
        protected QueryResult queryDocuments(
                Document query, Document order, int skipped, int limit, int batch, Document fields) {
            var id = idWithin(query);
            if (id != null) {
                return matchDocumentsFromStream(
                        Stream.ofNullable(getDocument(id)), query, order, skipped, limit, batch, fields);
            }
            return super.queryDocuments(query, order, skipped, limit, batch, fields);
        }

        @Override
        protected QueryResult matchDocumentsFromStream(
                Document query,
                Stream<Document> documents,
                int skipped,
                int limit,
                int batch,
                @Nullable Comparator<Document> order,
                Document fields) {
            if (order == null || limit <= 0) {
                return super.matchDocumentsFromStream(query, documents, skipped, limit, batch, order, fields);
            }
            long most = (long) skipped + limit;
            var page = least(documents.filter(document -> documentMatchesQuery(document, query)), most, order);
            return super.matchDocumentsFromStream(new Document(), page, skipped, limit, batch, order, fields);
        }

        /** So many of the documents as come first in an order, themselves in none. */
        private static Stream<Document> least(Stream<Document> documents, long most, Comparator<Document> order) {
            var kept = new PriorityQueue<>(order.reversed());
            documents.forEach(document -> {
                if (kept.size() < most) {
                    kept.add(document);
                } else if (order.compare(document, kept.element()) < 0) {
                    kept.remove();
                    kept.add(document);
                }
            });
            return kept.stream();
        }

        /** The one id that a query, or one of the conditions that must all hold, asks for. */
        private static @Nullable String idWithin(Document query) {
            if (query.get("_id") instanceof String id) {
                return id;
            }
            return query.get("$and") instanceof Collection<?> conditions
                    ? conditions.stream()
                            .flatMap(each ->
                                    each instanceof Document condition && condition.get("_id") instanceof String id
                                            ? Stream.of(id)
                                            : Stream.empty())
                            .findFirst()
                            .orElse(null)
                    : null;
        }
    }
}
