package dev.winnow.ingest.arrival;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.server.PathContainer;

class AddressTest {

    private static final Address COMMENTS = Address.of("/v1/sites/{site}/articles/{article}/comments");

    @Test
    void variablesAreDecoded() {
        assertThat(variables("/v1/sites/news/articles/a%2Fb%20c/comments"))
                .isEqualTo(Map.of("site", "news", "article", "a/b c"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "/v1/sites/news/articles/a",
                "/v1/sites/news/articles/a/comments/",
                "/v1/sites/news/articles/a/comments/b",
                "/v1/sites/news/articles/a/Comments",
                "/v1/sites//articles/a/comments",
                "/v1/sites/news//articles/comments",
                "/v1/sites/news/articles/;x=y/comments",
                "v1/sites/news/articles/a/comments/",
            })
    void otherPathsAreOtherAddresses(String path) {
        assertThat(variables(path)).isNull();
    }

    private static @Nullable Map<String, String> variables(String path) {
        return COMMENTS.variables(PathContainer.parsePath(path).elements());
    }
}
