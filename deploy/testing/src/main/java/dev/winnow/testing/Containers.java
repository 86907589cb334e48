package dev.winnow.testing;

import org.apache.kafka.common.utils.AppInfoParser;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.mongodb.MongoDBContainer;

/** The two servers as containers, which Testcontainers removes when this JVM ends. */
final class Containers {

    private static final Logger log = LoggerFactory.getLogger(Containers.class);

    private static final String KAFKA = "apache/kafka:" + AppInfoParser.getVersion();
    private static final String MONGO = "mongo:8.0";

    private Containers() {}

    /** Starts a broker of the same version as the clients and returns its bootstrap servers. */
    @SuppressWarnings("resource")
    static String kafka() {
        var container = new KafkaContainer(KAFKA)
                .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false")
                .withEnv("KAFKA_NUM_PARTITIONS", "4")
                .withEnv("KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0")
                .withEnv("KAFKA_GROUP_MIN_SESSION_TIMEOUT_MS", "1000");
        container.start();
        log.info("Tests use the container {} at {}", KAFKA, container.getBootstrapServers());
        return container.getBootstrapServers();
    }

    /** Starts a store and returns its connection string. */
    @SuppressWarnings("resource")
    static String mongo() {
        var container = new MongoDBContainer(MONGO);
        container.start();
        log.info("Tests use the container {} at {}", MONGO, container.getConnectionString());
        return container.getConnectionString();
    }
}
