package dev.winnow.articles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.winnow.events.Topics;
import dev.winnow.testing.Infrastructure;
import dev.winnow.testing.RestartableKafka;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The topics that a service finds or does not find when it starts. */
class TopicsIT {

    @Test
    void whatAnOperatorCreatedKeepsItsPartitionsAndWhatIsMissingIsCreated(@TempDir Path folder) throws Exception {
        try (var kafka = RestartableKafka.start(folder);
                var admin = Admin.create(Map.of("bootstrap.servers", (Object) kafka.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(Topics.MODERATED, 1, (short) 1)))
                    .all()
                    .get();

            try (var service = Service.startOn(kafka.bootstrapServers(), Infrastructure.mongo(Service.database()))) {
                service.publish(TestComments.approved("a", 0, "there"));
                await().atMost(Duration.ofSeconds(30))
                        .untilAsserted(() -> assertThat(service.texts("a")).containsExactly("there"));

                assertThat(partitions(admin, Topics.MODERATED)).isEqualTo(1);
                assertThat(partitions(admin, Topics.ARTICLES)).isEqualTo(3);
            }
        }
    }

    private static int partitions(Admin admin, String topic) throws Exception {
        var described = admin.describeTopics(List.of(topic)).allTopicNames().get();
        return Objects.requireNonNull(described.get(topic)).partitions().size();
    }
}
