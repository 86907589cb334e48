package dev.winnow.worker.review;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.TreeMap;
import org.bson.Document;
import org.springframework.data.mongodb.ReactiveMongoDatabaseFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Who is looking at which comment, so that no two moderators work on the same one. A claim keeps nobody from deciding: it
 * only says so, and runs out by itself unless it is renewed. It is a courtesy of the desk and no part of the log.
 */
@Component
class Claims {

    private static final String BY = "by";
    private static final String UNTIL = "until";
    private static final int MOST_TOLD = 1_000;
    private static final Duration GOOD_FOR = Duration.ofMillis(500);

    private final ReactiveMongoDatabaseFactory databases;
    private final ViewSettings view;
    private final ClaimSettings settings;
    private final Clock clock;
    private final Mono<Map<String, String>> now;

    Claims(ReactiveMongoDatabaseFactory databases, ViewSettings view, ClaimSettings settings, Clock clock) {
        this.databases = databases;
        this.view = view;
        this.settings = settings;
        this.clock = clock;
        this.now = asked().cache(claims -> GOOD_FOR, error -> Duration.ZERO, () -> Duration.ZERO);
    }

    /**
     * Claims a comment, or renews the claim.
     *
     * @param force whether to take it over from somebody else
     * @return whose it is now
     */
    Mono<Claim> claim(String id, String moderator, boolean force) {
        var at = clock.instant();
        var until = at.plus(settings.idle());
        var free = force ? eq("_id", id) : and(eq("_id", id), or(eq(BY, moderator), lte(UNTIL, Date.from(at))));
        var change = Updates.combine(Updates.set(BY, moderator), Updates.set(UNTIL, Date.from(until)));
        return collection()
                .flatMap(c -> Mono.from(c.updateOne(free, change, new UpdateOptions().upsert(true))))
                .map(done -> new Claim(moderator, until))
                .onErrorResume(
                        Claims::isTaken, e -> holder(id).switchIfEmpty(Mono.defer(() -> claim(id, moderator, force))));
    }

    /** Lets go of a comment that the moderator has claimed. */
    Mono<Void> release(String id, String moderator) {
        return collection()
                .flatMap(c -> Mono.from(c.deleteOne(and(eq("_id", id), eq(BY, moderator)))))
                .then();
    }

    /** Who looks at what, by comment; half a second old at most. */
    Mono<Map<String, String>> now() {
        return now;
    }

    private Mono<Map<String, String>> asked() {
        return collection()
                .flatMapMany(c -> c.find(gt(UNTIL, Date.from(clock.instant()))).limit(MOST_TOLD))
                .<Map<String, String>>collect(
                        TreeMap::new, (claims, d) -> claims.put(d.getString("_id"), d.getString(BY)));
    }

    private Mono<Claim> holder(String id) {
        return collection()
                .flatMap(c -> Mono.from(c.find(eq("_id", id)).limit(1)))
                .map(d -> new Claim(d.getString(BY), d.getDate(UNTIL).toInstant()));
    }

    /** The upsert found no free claim and could not make a second one. */
    private static boolean isTaken(Throwable e) {
        return e instanceof MongoWriteException write && write.getError().getCategory() == ErrorCategory.DUPLICATE_KEY;
    }

    private Mono<MongoCollection<Document>> collection() {
        return databases.getMongoDatabase().map(d -> d.getCollection(view.collection() + "-claims"));
    }

    /**
     * Who has claimed a comment.
     *
     * @param by the moderator's name
     * @param until when it runs out
     */
    record Claim(String by, Instant until) {}
}
