package dev.winnow.articles.article;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.DeleteOneModel;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.WriteModel;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.winnow.articles.store.StoreReads;
import dev.winnow.events.Article;
import java.util.Date;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.bson.Document;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Articles in MongoDB, in the collection {@value #COLLECTION}. */
@Component
public final class ArticleStore {

    /** The collection's name. */
    public static final String COLLECTION = "articles";

    private static final int DUPLICATE_KEY = 11000;
    private static final String ID = "_id";
    private static final String OFFSET = "offset";

    private final MongoCollection<Document> articles;
    private final StoreReads reads;

    ArticleStore(MongoDatabase database, StoreReads reads) {
        this.articles = database.getCollection(COLLECTION);
        this.reads = reads;
    }

    Mono<ArticleState> find(String key) {
        return reads.bounded(
                Mono.from(articles.find(Filters.eq(ID, key)).first()).map(ArticleStore::read));
    }

    /** Writes the newest state of articles, by key; none where an article was erased. An older state changes nothing. */
    Mono<Void> write(Map<String, Optional<ArticleState>> newest) {
        if (newest.isEmpty()) {
            return Mono.empty();
        }
        var writes = newest.entrySet().stream()
                .map(entry -> entry.getValue()
                        .map(ArticleStore::replacement)
                        .orElseGet(() -> new DeleteOneModel<>(Filters.eq(ID, entry.getKey()))))
                .toList();
        return Mono.from(articles.bulkWrite(writes, new BulkWriteOptions().ordered(false)))
                .onErrorResume(MongoBulkWriteException.class, e -> isOnlyOlder(e) ? Mono.empty() : Mono.error(e))
                .then();
    }

    private static WriteModel<Document> replacement(ArticleState state) {
        // If what is there is newer, the filter finds nothing and the insert meets the key that is there.
        var notNewer = Filters.and(Filters.eq(ID, state.article().key()), Filters.lte(OFFSET, state.offset()));
        return new ReplaceOneModel<>(notNewer, document(state), new ReplaceOptions().upsert(true));
    }

    private static boolean isOnlyOlder(MongoBulkWriteException e) {
        return e.getWriteConcernError() == null
                && e.getWriteErrors().stream().allMatch(error -> error.getCode() == DUPLICATE_KEY);
    }

    private static Document document(ArticleState state) {
        var article = state.article();
        var publishedAt = article.publishedAt();
        return new Document(ID, article.key())
                .append("site", article.site())
                .append("article", article.article())
                .append("title", article.title())
                .append("url", article.url())
                .append("publishedAt", publishedAt == null ? null : Date.from(publishedAt))
                .append("text", article.text())
                .append("comments", article.comments().name())
                .append("changedAt", Date.from(article.changedAt()))
                .append(OFFSET, state.offset());
    }

    private static ArticleState read(Document document) {
        var publishedAt = document.getDate("publishedAt");
        var article = new Article(
                text(document, "site"),
                text(document, "article"),
                text(document, "title"),
                document.getString("url"),
                publishedAt == null ? null : publishedAt.toInstant(),
                document.getString("text"),
                Article.Comments.valueOf(text(document, "comments")),
                Objects.requireNonNull(document.getDate("changedAt")).toInstant());
        return new ArticleState(article, Objects.requireNonNull(document.getLong(OFFSET)));
    }

    private static String text(Document document, String field) {
        return Objects.requireNonNull(document.getString(field), field);
    }

    /** Whether an article's times are such that they can be written. */
    static boolean isStorable(Article article) {
        try {
            document(new ArticleState(article, 0));
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
