package dev.winnow.articles.rebuild;

import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.winnow.articles.article.ArticleStore;
import dev.winnow.articles.kafka.Progress;
import dev.winnow.articles.kafka.ProjectionSettings;
import dev.winnow.articles.store.StoreConfiguration;
import dev.winnow.articles.store.StoreSettings;
import dev.winnow.articles.thread.CommentStore;
import dev.winnow.events.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.boot.mongodb.autoconfigure.MongoReactiveAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.kafka.core.KafkaAdmin;
import reactor.core.publisher.Flux;

/**
 * {@code java -jar article-service.jar rebuild}: drops what the service has in MongoDB and lets its consumer groups begin
 * again at the start of their topics, so that the next instance to start writes everything anew. Refused while an
 * instance runs. It is no configuration that a component scan would find: it is run by itself.
 */
@ImportAutoConfiguration({KafkaAutoConfiguration.class, MongoReactiveAutoConfiguration.class})
@EnableConfigurationProperties({StoreSettings.class, ProjectionSettings.class})
@Import(StoreConfiguration.class)
public class Rebuild {

    /** The command's name. */
    public static final String COMMAND = "rebuild";

    private static final Logger log = LoggerFactory.getLogger(Rebuild.class);
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** The progress goes first: without it everything is written anew, also if this ends halfway. */
    private static final List<String> COLLECTIONS =
            List.of(Progress.COLLECTION, CommentStore.COLLECTION, ArticleStore.COLLECTION);

    @Bean
    Rebuilding rebuilding(KafkaAdmin admin, MongoDatabase database, ProjectionSettings projection) {
        return new Rebuilding(
                admin.getConfigurationProperties(),
                database,
                Map.of(projection.group(), Topics.MODERATED, projection.articlesGroup(), Topics.ARTICLES));
    }

    /** Does it. */
    public static final class Rebuilding {

        private final Map<String, Object> kafka;
        private final MongoDatabase database;
        private final Map<String, String> topicOfGroup;

        Rebuilding(Map<String, Object> kafka, MongoDatabase database, Map<String, String> topicOfGroup) {
            this.kafka = kafka;
            this.database = database;
            this.topicOfGroup = topicOfGroup;
        }

        /** Ends when it is done, or fails saying why not; it can then be run again. */
        public void run() throws ExecutionException, InterruptedException {
            try (var admin = Admin.create(kafka)) {
                refuseWhileActive(admin);
                for (var group : topicOfGroup.entrySet()) {
                    reset(admin, group.getKey(), group.getValue());
                }
            }
            Flux.fromIterable(COLLECTIONS)
                    .concatMap(name -> database.getCollection(name).drop())
                    .blockLast(PATIENCE);
            log.info("Dropped {} of {}; start the service to write them anew.", COLLECTIONS, database.getName());
        }

        private void refuseWhileActive(Admin admin) throws ExecutionException, InterruptedException {
            var groups = admin.describeConsumerGroups(topicOfGroup.keySet()).describedGroups();
            for (var group : groups.entrySet()) {
                var members = members(group.getValue());
                if (members > 0) {
                    throw new IllegalStateException("The group %s has %d active members: stop all instances first."
                            .formatted(group.getKey(), members));
                }
            }
        }

        private static int members(KafkaFuture<ConsumerGroupDescription> group)
                throws ExecutionException, InterruptedException {
            try {
                return group.get().members().size();
            } catch (ExecutionException e) {
                if (e.getCause() instanceof GroupIdNotFoundException) {
                    return 0;
                }
                throw e;
            }
        }

        private static void reset(Admin admin, String group, String topic)
                throws ExecutionException, InterruptedException {
            var topics = admin.describeTopics(List.of(topic)).allTopicNames().get();
            var description = Objects.requireNonNull(topics.get(topic));
            var earliest = new HashMap<TopicPartition, OffsetSpec>();
            description
                    .partitions()
                    .forEach(p -> earliest.put(new TopicPartition(topic, p.partition()), OffsetSpec.earliest()));
            var offsets = new HashMap<TopicPartition, OffsetAndMetadata>();
            for (var start : admin.listOffsets(earliest).all().get().entrySet()) {
                offsets.put(
                        start.getKey(), new OffsetAndMetadata(start.getValue().offset()));
            }
            admin.alterConsumerGroupOffsets(group, offsets).all().get();
        }
    }
}
