package dev.winnow.events;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.NewTopic;
import org.jspecify.annotations.Nullable;

/** The topics between the services, and how long each keeps what it holds. */
public final class Topics {

    /** What readers and sites ask, by comment id; only comment-ingest writes it. */
    public static final String SUBMITTED = "comments.submitted";

    /** What moderators and other deciders decide, by comment id; comment-ingest may not write it. */
    public static final String DECIDED = "comments.decided";

    /** The comments as they stand, by comment id; only a comment's owner writes it. */
    public static final String MODERATED = "comments.moderated";

    /** The policies in force, by site. */
    public static final String POLICIES = "moderation.policies";

    /** How authors' latest comments ended, by site/author. */
    public static final String AUTHORS = "moderation.authors";

    /** Registered articles, by site/article. */
    public static final String ARTICLES = "articles";

    private static final Duration COMMANDS_KEPT = Duration.ofDays(30);
    private static final Duration DEAD_LETTERS_KEPT = Duration.ofDays(90);

    /** Every topic, dead letters included. */
    public static final List<Topic> ALL = Stream.of(
                    Topic.timed(SUBMITTED, COMMANDS_KEPT),
                    Topic.timed(DECIDED, COMMANDS_KEPT),
                    Topic.compacted(MODERATED),
                    Topic.compacted(POLICIES),
                    Topic.compacted(AUTHORS),
                    Topic.compacted(ARTICLES))
            .flatMap(topic -> Stream.of(topic, Topic.timed(deadLetters(topic.name()), DEAD_LETTERS_KEPT)))
            .toList();

    private Topics() {}

    /** Where records of a topic go that could not be processed. */
    public static String deadLetters(String topic) {
        return topic + ".dlt";
    }

    /**
     * A topic and its settings.
     *
     * @param name its name
     * @param config Kafka's topic settings
     */
    public record Topic(String name, Map<String, String> config) {

        public Topic {
            config = Map.copyOf(config);
        }

        /** What an admin client needs to create it; null leaves a number to the broker. */
        public NewTopic creation(@Nullable Integer partitions, @Nullable Short replicas) {
            return new NewTopic(name, Optional.ofNullable(partitions), Optional.ofNullable(replicas)).configs(config);
        }

        static Topic timed(String name, Duration kept) {
            return new Topic(name, Map.of("cleanup.policy", "delete", "retention.ms", Long.toString(kept.toMillis())));
        }

        static Topic compacted(String name) {
            return new Topic(name, Map.of("cleanup.policy", "compact"));
        }
    }
}
