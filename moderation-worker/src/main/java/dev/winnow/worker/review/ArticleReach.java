package dev.winnow.worker.review;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import dev.winnow.events.Article;
import dev.winnow.events.Comment;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import org.bson.Document;
import org.springframework.data.mongodb.ReactiveMongoDatabaseFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * How many comments each article has had, for {@link Urgency}: one number an article, so that nothing has to be counted. A
 * comment counts once, when the view first takes it; a batch that is written again after a crash may count twice, which
 * moves a comment by minutes.
 */
@Component
class ArticleReach {

    private static final String COMMENTS = "comments";

    private final ReactiveMongoDatabaseFactory databases;
    private final ViewSettings settings;

    ArticleReach(ReactiveMongoDatabaseFactory databases, ViewSettings settings) {
        this.databases = databases;
        this.settings = settings;
    }

    static String key(Comment comment) {
        return Article.key(comment.site(), comment.article());
    }

    /** How many comments these articles have had, by {@link #key}; none where nobody knows. */
    Mono<Map<String, Long>> of(Collection<String> articles) {
        return collection()
                .flatMapMany(c -> c.find(in("_id", new LinkedHashSet<>(articles))))
                .collectMap(d -> d.getString("_id"), d -> d.getLong(COMMENTS));
    }

    /** Counts comments that are new, by {@link #key}. */
    Mono<Void> add(Map<String, Long> comments) {
        if (comments.isEmpty()) {
            return Mono.empty();
        }
        var updates = comments.entrySet().stream()
                .map(e -> new UpdateOneModel<Document>(
                        eq("_id", e.getKey()), Updates.inc(COMMENTS, e.getValue()), new UpdateOptions().upsert(true)))
                .toList();
        return collection()
                .flatMapMany(c -> c.bulkWrite(updates, new BulkWriteOptions().ordered(false)))
                .then();
    }

    private Mono<MongoCollection<Document>> collection() {
        return databases.getMongoDatabase().map(d -> d.getCollection(settings.collection() + "-articles"));
    }
}
