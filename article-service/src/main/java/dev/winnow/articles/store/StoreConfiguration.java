package dev.winnow.articles.store;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.boot.mongodb.autoconfigure.MongoConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The database that the address names, and a client that does not wait long for a server that is away. */
@Configuration(proxyBeanMethods = false)
public class StoreConfiguration {

    @Bean
    MongoDatabase database(MongoClient client, MongoConnectionDetails details) {
        var name = Objects.requireNonNullElse(details.getConnectionString().getDatabase(), "winnow");
        return client.getDatabase(name);
    }

    @Bean
    MongoClientSettingsBuilderCustomizer shortWaits(StoreSettings settings) {
        var millis = settings.timeout().toMillis();
        return client -> client.applyToClusterSettings(
                        cluster -> cluster.serverSelectionTimeout(millis, TimeUnit.MILLISECONDS))
                .applyToSocketSettings(socket -> socket.connectTimeout((int) millis, TimeUnit.MILLISECONDS)
                        .readTimeout((int) (10 * millis), TimeUnit.MILLISECONDS))
                .applyToServerSettings(server -> server.heartbeatFrequency(1, TimeUnit.SECONDS)
                        .minHeartbeatFrequency(200, TimeUnit.MILLISECONDS))
                .applyToConnectionPoolSettings(pool -> pool.maxWaitTime(millis, TimeUnit.MILLISECONDS));
    }
}
