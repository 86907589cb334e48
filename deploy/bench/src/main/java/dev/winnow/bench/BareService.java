package dev.winnow.bench;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/**
 * The barest service with Winnow's guarantees: a POST that waits for Kafka's acknowledgement, a GET that returns bytes,
 * and a topology with a persistent store that only copies, followed by one insert into MongoDB.
 */
@SpringBootApplication
class BareService {

    static final String POSTED = "bench.posted";
    static final String TAKEN = "bench.taken";
    static final String COPIED = "bench.copied";

    private volatile byte[] thread = {};

    @Bean(destroyMethod = "close")
    Producer<String, byte[]> producer(@Value("${spring.kafka.bootstrap-servers}") String kafka) {
        return new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        kafka,
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.LINGER_MS_CONFIG,
                        1,
                        ProducerConfig.COMPRESSION_TYPE_CONFIG,
                        "lz4"),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    @Bean
    RouterFunction<ServerResponse> routes(Producer<String, byte[]> producer, BareInsert insert) {
        return RouterFunctions.route()
                .POST("/bare/comments", request -> take(producer, POSTED, request))
                .POST("/bare/load", request -> take(producer, TAKEN, request))
                .PUT(
                        "/bare/thread",
                        request -> request.bodyToMono(byte[].class)
                                .doOnNext(bytes -> thread = bytes)
                                .then(ServerResponse.noContent().build()))
                .GET(
                        "/bare/thread",
                        request -> ServerResponse.ok()
                                .contentType(MediaType.APPLICATION_JSON)
                                .bodyValue(thread))
                .GET(
                        "/bare/stream",
                        request -> ServerResponse.ok()
                                .contentType(MediaType.TEXT_EVENT_STREAM)
                                .body(insert.inserted(), String.class))
                .build();
    }

    private static Mono<ServerResponse> take(Producer<String, byte[]> producer, String topic, ServerRequest request) {
        return request.bodyToMono(byte[].class)
                .flatMap(body -> acknowledged(
                        producer, new ProducerRecord<>(topic, UUID.randomUUID().toString(), body)))
                .flatMap(id -> ServerResponse.status(HttpStatus.ACCEPTED)
                        .contentType(MediaType.APPLICATION_JSON)
                        .bodyValue("{\"id\":\"" + id + "\",\"status\":\"pending\"}"));
    }

    private static Mono<String> acknowledged(Producer<String, byte[]> producer, ProducerRecord<String, byte[]> record) {
        return Mono.create(sink -> producer.send(record, (metadata, failure) -> {
            if (failure == null) {
                sink.success(record.key());
            } else {
                sink.error(failure);
            }
        }));
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    KafkaStreams copying(
            @Value("${spring.kafka.bootstrap-servers}") String kafka,
            @Value("${bench.folder}") String folder,
            @Value("${bench.partitions}") int partitions)
            throws Exception {
        createTopics(kafka, partitions);
        var settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "bench-bare");
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, kafka);
        settings.put(StreamsConfig.STATE_DIR_CONFIG, folder);
        settings.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, 100);
        settings.put(StreamsConfig.producerPrefix(ProducerConfig.LINGER_MS_CONFIG), 1);
        settings.put(StreamsConfig.DEFAULT_KEY_SERDE_CLASS_CONFIG, Serdes.StringSerde.class);
        settings.put(StreamsConfig.DEFAULT_VALUE_SERDE_CLASS_CONFIG, Serdes.ByteArraySerde.class);
        var builder = new StreamsBuilder();
        builder.addStateStore(Stores.keyValueStoreBuilder(
                Stores.persistentKeyValueStore("copies"), Serdes.String(), Serdes.ByteArray()));
        builder.<String, byte[]>stream(POSTED).process(Copy::new, "copies").to(COPIED);
        return new KafkaStreams(builder.build(), settings);
    }

    private static void createTopics(String kafka, int partitions) throws Exception {
        try (var admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, (Object) kafka))) {
            admin.createTopics(Stream.of(POSTED, COPIED, TAKEN)
                            .map(name -> new NewTopic(name, partitions, (short) 1))
                            .toList())
                    .all()
                    .get();
        }
    }

    @Bean(destroyMethod = "close")
    MongoClient mongo(@Value("${MONGODB_URI}") String uri) {
        return MongoClients.create(uri);
    }

    /** Keeps what it passes on, as an owner of state must. */
    private static final class Copy extends ContextualProcessor<String, byte[], String, byte[]> {
        @Override
        public void process(Record<String, byte[]> posted) {
            KeyValueStore<String, byte[]> copies = context().getStateStore("copies");
            copies.put(posted.key(), posted.value());
            context().forward(posted);
        }
    }
}
