package dev.winnow.articles.store;

import com.mongodb.reactivestreams.client.MongoDatabase;
import org.bson.Document;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Whether MongoDB answers. It is no part of readiness: hot threads are read without it, and another instance would have
 * no other store.
 */
@Component
class StoreHealthIndicator implements ReactiveHealthIndicator {

    private static final Document PING = new Document("ping", 1);

    private final MongoDatabase database;
    private final StoreSettings settings;

    StoreHealthIndicator(MongoDatabase database, StoreSettings settings) {
        this.database = database;
        this.settings = settings;
    }

    @Override
    public Mono<Health> health() {
        return Mono.from(database.runCommand(PING))
                .timeout(settings.timeout())
                .map(pong -> Health.up().build())
                .onErrorResume(e -> Mono.just(Health.down()
                        .withDetail("error", e.getClass().getSimpleName())
                        .build()));
    }
}
