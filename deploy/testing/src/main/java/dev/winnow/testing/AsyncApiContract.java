package dev.winnow.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Holds records against the project's AsyncAPI document. */
public final class AsyncApiContract {

    private static final YAMLMapper YAML = new YAMLMapper();

    private final Map<String, List<Message>> messagesByTopic = new HashMap<>();

    private AsyncApiContract(JsonNode document) {
        var registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
        for (var channel : document.required("channels")) {
            var messages = new ArrayList<Message>();
            for (var reference : channel.required("messages")) {
                var message = resolve(document, reference);
                messages.add(new Message(
                        message.required("title").asString(),
                        schema(registry, document, message.required("headers")),
                        schema(registry, document, message.required("payload"))));
            }
            messagesByTopic.put(channel.required("address").asString(), messages);
        }
    }

    /** Reads a document; throws when it is not there. */
    public static AsyncApiContract read(Path document) throws IOException {
        return new AsyncApiContract(YAML.readTree(Files.readString(document)));
    }

    /** What is wrong with a record; empty when it is as the document says. A tombstone is always right. */
    public List<String> violations(String topic, Headers headers, byte @Nullable [] value) {
        var messages = messagesByTopic.get(topic);
        if (messages == null) {
            return List.of("no channel for topic " + topic);
        }
        if (value == null) {
            return List.of();
        }
        var headerValues = new TreeMap<String, String>();
        headers.forEach(header -> headerValues.put(header.key(), new String(header.value(), UTF_8)));
        var problems = new ArrayList<String>();
        for (var message : messages) {
            var wrongHeaders = message.headers.validate(YAML.valueToTree(headerValues));
            if (wrongHeaders.isEmpty()) {
                return texts(message.title, message.payload.validate(new String(value, UTF_8), InputFormat.JSON));
            }
            problems.addAll(texts(message.title, wrongHeaders));
        }
        return problems;
    }

    private static List<String> texts(String title, List<Error> errors) {
        return errors.stream().map(error -> title + ": " + error).toList();
    }

    private static JsonNode resolve(JsonNode document, JsonNode node) {
        var reference = node.get("$ref");
        return reference == null ? node : document.at(reference.asString().substring(1));
    }

    private static Schema schema(SchemaRegistry registry, JsonNode document, JsonNode schema) {
        ObjectNode root = YAML.createObjectNode();
        root.set("components", document.required("components"));
        root.putArray("allOf").add(schema);
        return registry.getSchema(root);
    }

    private record Message(String title, Schema headers, Schema payload) {}
}
