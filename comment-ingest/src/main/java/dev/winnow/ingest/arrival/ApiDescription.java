package dev.winnow.ingest.arrival;

import static org.springframework.web.reactive.function.server.RequestPredicates.GET;
import static org.springframework.web.reactive.function.server.RequestPredicates.HEAD;
import static org.springframework.web.reactive.function.server.RequestPredicates.path;

import dev.winnow.events.EventJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.server.MethodNotAllowedException;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import reactor.core.publisher.Mono;

/** Serves the API's description (OpenAPI 3.1), which is written by hand as YAML and is what the tests hold the API to. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {

    private static final String DOCUMENT = "comment-ingest-openapi.yml";
    private static final String ADDRESS = "/v3/api-docs";

    @Bean
    RouterFunction<ServerResponse> apiDescriptionAddress() {
        var json = json();
        return RouterFunctions.route()
                .route(
                        GET(ADDRESS).or(HEAD(ADDRESS)),
                        request -> ServerResponse.ok()
                                .contentType(MediaType.APPLICATION_JSON)
                                .bodyValue(json))
                .route(
                        path(ADDRESS),
                        request -> Mono.error(new MethodNotAllowedException(
                                request.method(), Set.of(HttpMethod.GET, HttpMethod.HEAD))))
                .build();
    }

    private static byte[] json() {
        try (var document = new ClassPathResource(DOCUMENT).getInputStream()) {
            return EventJson.write(new Yaml(new SafeConstructor(new LoaderOptions())).load(document));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
