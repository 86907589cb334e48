package dev.winnow.articles.thread;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.util.retry.Retry;

/** Creates the indexes that reading needs, once the store is there. The service starts without waiting for that. */
@Component
class ThreadIndexes implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(ThreadIndexes.class);

    private static final List<IndexModel> WANTED = List.of(
            new IndexModel(CommentDocument.PAGES),
            new IndexModel(CommentDocument.CHANGES),
            new IndexModel(CommentDocument.EXACTLY, new IndexOptions().unique(true)));

    private final MongoDatabase database;
    private final Disposable.Swap creation = Disposables.swap();

    ThreadIndexes(MongoDatabase database) {
        this.database = database;
    }

    @EventListener(ApplicationReadyEvent.class)
    void create() {
        var comments = database.getCollection(CommentDocument.COLLECTION);
        creation.update(Flux.defer(() -> comments.createIndexes(WANTED))
                .doOnError(e -> log.warn("The store is away, indexes are created when it is there: {}", e.getMessage()))
                .retryWhen(Retry.backoff(Long.MAX_VALUE, Duration.ofSeconds(1)).maxBackoff(Duration.ofSeconds(30)))
                .subscribe());
    }

    @Override
    public void close() {
        creation.dispose();
    }
}
