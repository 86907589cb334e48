package dev.winnow.articles.store;

import com.mongodb.MongoException;
import dev.winnow.articles.ArticleMetrics;
import java.util.concurrent.TimeoutException;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Gives every read of the store an end, and every failure one name. */
@Component
public final class StoreReads {

    private final StoreSettings settings;
    private final ArticleMetrics metrics;

    StoreReads(StoreSettings settings, ArticleMetrics metrics) {
        this.settings = settings;
        this.metrics = metrics;
    }

    /** The same read, ending within the time that readers wait for the store. */
    public <T> Mono<T> bounded(Mono<T> read) {
        return read.timeout(settings.timeout())
                .onErrorMap(e -> e instanceof MongoException || e instanceof TimeoutException, StoreUnavailable::new)
                .doOnError(StoreUnavailable.class, e -> metrics.storeUnavailable());
    }
}
