package dev.winnow.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClients;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.bson.Document;
import org.junit.jupiter.api.Test;

class InfrastructureIT {

    @Test
    void thereIsAKafkaAndItStaysTheSame() throws Exception {
        var servers = Infrastructure.kafka();

        assertThat(Infrastructure.kafka()).isEqualTo(servers);
        try (var admin = Admin.create(Map.of("bootstrap.servers", servers))) {
            assertThat(admin.describeCluster().nodes().get()).isNotEmpty();
        }
    }

    @Test
    void thereIsAStoreWithADatabaseOfOnesOwn() {
        try (var client = MongoClients.create(Infrastructure.mongo("own"))) {
            var notes = client.getDatabase("own").getCollection("notes");
            notes.insertOne(new Document("_id", "1"));

            assertThat(notes.countDocuments()).isOne();
            client.getDatabase("own").drop();
        }
    }
}
