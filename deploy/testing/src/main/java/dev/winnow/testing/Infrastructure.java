package dev.winnow.testing;

import dev.winnow.infrastructure.EmbeddedKafka;
import dev.winnow.infrastructure.EmbeddedStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The Kafka and the store that all tests of this JVM share, each started when it is first asked for: those named in
 * {@code KAFKA_BOOTSTRAP_SERVERS} and {@code MONGODB_URI} when set, else containers when Docker answers, else embedded
 * ones in a temporary folder. Tests keep apart by names of topics, groups and databases of their own.
 */
public final class Infrastructure {

    private static final Logger log = LoggerFactory.getLogger(Infrastructure.class);

    private Infrastructure() {}

    /** What clients take as {@code bootstrap.servers}. */
    public static String kafka() {
        return Kafka.BOOTSTRAP_SERVERS;
    }

    /** The connection string with this database in it. */
    public static String mongo(String database) {
        return Mongo.ADDRESS.withDatabase(database);
    }

    private static final class Kafka {

        static final String BOOTSTRAP_SERVERS = find();

        private static String find() {
            var named = System.getenv("KAFKA_BOOTSTRAP_SERVERS");
            if (named != null && !named.isBlank()) {
                log.info("Tests use the Kafka at {}, from KAFKA_BOOTSTRAP_SERVERS", named);
                return named;
            }
            return Docker.answers() ? Containers.kafka() : embedded();
        }

        private static String embedded() {
            var kafka = EmbeddedKafka.start(TemporaryFolder.create("kafka"), 0);
            AtExit.close(kafka);
            log.info("Tests use an embedded Kafka at {}", kafka.bootstrapServers());
            return kafka.bootstrapServers();
        }
    }

    private static final class Mongo {

        static final MongoAddress ADDRESS = find();

        private static MongoAddress find() {
            var named = System.getenv("MONGODB_URI");
            if (named != null && !named.isBlank()) {
                var address = MongoAddress.parse(named);
                log.info("Tests use the store at {}, from MONGODB_URI", address.hosts());
                return address;
            }
            return MongoAddress.parse(Docker.answers() ? Containers.mongo() : embedded());
        }

        private static String embedded() {
            var store = EmbeddedStore.start(TemporaryFolder.create("store"), 0);
            AtExit.close(store);
            log.info("Tests use an embedded store at {}", store.uri(""));
            return store.uri("");
        }
    }
}
