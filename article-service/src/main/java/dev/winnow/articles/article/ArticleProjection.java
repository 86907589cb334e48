package dev.winnow.articles.article;

import dev.winnow.articles.ArticleMetrics;
import dev.winnow.articles.kafka.DeadLetters;
import dev.winnow.articles.kafka.Progress;
import dev.winnow.articles.kafka.ProjectionSettings;
import dev.winnow.articles.kafka.StartsFromStore;
import dev.winnow.articles.store.StoreSettings;
import dev.winnow.events.Article;
import dev.winnow.events.EventJson;
import dev.winnow.events.Received;
import dev.winnow.events.Topics;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Projects {@code articles} into MongoDB, under the same rules as the threads, in a group of its own. */
@Component
class ArticleProjection extends StartsFromStore {

    private final ArticleStore articles;
    private final Progress progress;
    private final DeadLetters deadLetters;
    private final ArticleMetrics metrics;
    private final StoreSettings store;

    ArticleProjection(
            ArticleStore articles,
            Progress progress,
            DeadLetters deadLetters,
            ArticleMetrics metrics,
            StoreSettings store) {
        super(progress, store.timeout());
        this.articles = articles;
        this.progress = progress;
        this.deadLetters = deadLetters;
        this.metrics = metrics;
        this.store = store;
    }

    @KafkaListener(
            id = "article-service-articles",
            idIsGroup = false,
            groupId = "${winnow.articles.projection.group}" + ProjectionSettings.ARTICLES,
            clientIdPrefix = "article-service-articles",
            topics = Topics.ARTICLES,
            batch = "true",
            autoStartup = "false")
    void project(List<ConsumerRecord<String, byte[]>> records) {
        Map<String, Optional<ArticleState>> newest = new LinkedHashMap<>();
        var next = new HashMap<Integer, Long>();
        for (var record : records) {
            next.merge(record.partition(), record.offset() + 1, Math::max);
            take(record, newest);
        }
        articles.write(newest).then(progress.note(Topics.ARTICLES, next)).block(store.writeTimeout());
    }

    private void take(ConsumerRecord<String, byte[]> record, Map<String, Optional<ArticleState>> newest) {
        if (record.key() == null) {
            deadLetters.send(record, "the record has no key");
        } else if (record.value() == null) {
            newest.put(record.key(), Optional.empty());
        } else {
            take(record, EventJson.article(record.headers(), record.value()), newest);
        }
    }

    private void take(
            ConsumerRecord<String, byte[]> record,
            Received<Article> received,
            Map<String, Optional<ArticleState>> newest) {
        if (received instanceof Received.NewerKind<Article>) {
            metrics.newerKind(Topics.ARTICLES);
        } else if (received instanceof Received.Unreadable<Article> unreadable) {
            deadLetters.send(record, unreadable.why());
        } else if (received instanceof Received.Known<Article> known) {
            var article = known.event();
            if (article.key().equals(record.key()) && ArticleStore.isStorable(article)) {
                newest.put(record.key(), Optional.of(new ArticleState(article, record.offset())));
            } else {
                deadLetters.send(record, "the key is not the article's, or a time is out of range");
            }
        }
    }
}
