package dev.winnow.worker.contract;

import java.io.IOException;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Serves the hand-written {@code moderation-worker-openapi.yml} as JSON. */
@RestController
class OpenApiDocument {

    private static final String RESOURCE = "moderation-worker-openapi.yml";

    private final byte[] json;

    OpenApiDocument(JsonMapper mapper) throws IOException {
        try (var yaml = new ClassPathResource(RESOURCE).getInputStream()) {
            Map<String, Object> document = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
            json = mapper.writeValueAsBytes(document);
        }
    }

    @GetMapping(value = "/v3/api-docs", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<byte[]>> document() {
        return Mono.just(
                ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(json));
    }
}
