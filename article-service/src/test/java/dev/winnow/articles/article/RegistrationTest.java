package dev.winnow.articles.article;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.winnow.articles.problem.Problem;
import dev.winnow.articles.problem.ProblemException;
import dev.winnow.articles.thread.ThreadKey;
import dev.winnow.events.Article;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegistrationTest {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    @Test
    void aWholeRegistrationBecomesAnArticle() {
        var article = article("""
                {"title": " 标题 ", "url": "https://blog.example/1", "publishedAt": "2025-06-21T00:36:49+08:00",
                 "text": "一\\n二", "comments": "closed"}""");

        assertThat(article)
                .isEqualTo(new Article(
                        "default",
                        "a",
                        "标题",
                        "https://blog.example/1",
                        Instant.parse("2025-06-20T16:36:49Z"),
                        "一\n二",
                        Article.Comments.CLOSED,
                        NOW));
    }

    @Test
    void aTitleIsEnough() {
        assertThat(article("{\"title\":\"t\"}").comments()).isEqualTo(Article.Comments.OPEN);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|title",
                "{\"title\":\" \"}|title",
                "{\"title\":\"a\\u0000b\"}|title",
                "{\"title\":\"a\\ud800b\"}|title",
                "{\"title\":\"two\\nlines\"}|title",
                "{\"title\":7}|title",
                "{\"title\":[\"t\"]}|title",
                "{\"title\":\"t\",\"url\":\"javascript:alert(1)\"}|url",
                "{\"title\":\"t\",\"url\":\"/relative\"}|url",
                "{\"title\":\"t\",\"publishedAt\":\"yesterday\"}|publishedAt",
                "{\"title\":\"t\",\"publishedAt\":\"+99999-01-01T00:00:00Z\"}|publishedAt",
                "{\"title\":\"t\",\"comments\":\"maybe\"}|comments",
                "{\"title\":\"t\",\"text\":\"a\\u0007b\"}|text",
                "{\"title\":\"t\",\"titel\":\"t\"}|titel"
            })
    void aFieldThatBreaksARuleIsNamed(String body, String field) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> article(body))
                .satisfies(e -> assertThat(e.problem().errors())
                        .extracting(Problem.FieldError::field)
                        .containsExactly(field));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "7", "{", "{\"title\":\"a\",\"title\":\"b\"}", "{\"title\":\"a\"} {}"})
    void whatIsNoObjectIsMalformed(String body) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> article(body))
                .satisfies(e -> assertThat(e.problem().kind()).isEqualTo(Problem.Kind.MALFORMED));
    }

    @Test
    void deepNestingIsRefusedNotFollowed() {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> article("{\"title\":" + "[".repeat(100_000)));
    }

    private static Article article(String body) {
        return Registration.read(body.getBytes(UTF_8)).article(new ThreadKey("default", "a"), NOW);
    }
}
