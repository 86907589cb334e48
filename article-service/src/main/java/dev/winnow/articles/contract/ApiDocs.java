package dev.winnow.articles.contract;

import java.io.IOException;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.json.JsonMapper;

/** Serves the OpenAPI document, which is written by hand, as JSON. */
@RestController
class ApiDocs {

    private static final String DOCUMENT = "article-service-openapi.yml";

    private final byte[] json;

    ApiDocs() throws IOException {
        try (var yaml = new ClassPathResource(DOCUMENT).getInputStream()) {
            var document = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
            json = JsonMapper.builder().build().writeValueAsBytes(document);
        }
    }

    @GetMapping(path = "/v3/api-docs", produces = MediaType.APPLICATION_JSON_VALUE)
    byte[] document() {
        return json.clone();
    }
}
