package dev.winnow.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class DemonstrationTest {

    private final JsonMapper json = new JsonMapper();

    @Test
    void theFirstThreadHasSevenCommentsInTheOrderOfTheirTimes() {
        var times = Demonstration.lines(Demonstration.FIRST_ARTICLE, "comments.ndjson").stream()
                .map(line -> json.readTree(line).path("submittedAt").asString())
                .toList();

        assertThat(times).hasSize(7).isSorted().startsWith("2025-06-21T00:36:49+08:00");
    }

    @ParameterizedTest
    @ValueSource(strings = {Demonstration.FIRST_ARTICLE, Demonstration.SECOND_ARTICLE})
    void everyLineOfAThreadHasAnIdOfItsOwnSoThatASecondImportAddsNothing(String article) {
        var ids = new HashSet<String>();
        for (var line : Demonstration.lines(article, "comments.ndjson")) {
            assertThat(ids.add(json.readTree(line).path("id").asString())).isTrue();
        }
        assertThat(ids).hasSizeGreaterThanOrEqualTo(7).doesNotContain("");
    }
}
