package dev.winnow.worker.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.winnow.events.Policy;
import dev.winnow.events.Signal;
import dev.winnow.worker.problems.FieldError;
import dev.winnow.worker.problems.JsonBody;
import dev.winnow.worker.problems.ProblemException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.MediaType;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;

class PolicyRequestTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void whatIsLeftOutIsAsInTheBuiltInPolicy() {
        var policy = read("{\"why\": \"start over\"}").as(3, "mo", NOON);

        var plain = Policy.builtIn("s");
        assertThat(policy.spam()).isEqualTo(plain.spam());
        assertThat(policy.reportsToFlag()).isEqualTo(plain.reportsToFlag());
        assertThat(policy.reasons()).isEqualTo(plain.reasons());
        assertThat(policy.version()).isEqualTo(3);
        assertThat(policy.changedBy()).isEqualTo("mo");
        assertThat(policy.why()).isEqualTo("start over");
        assertThat(policy.changedAt()).isEqualTo(NOON);
    }

    @Test
    void everythingCanBeSet() {
        var policy = read("""
                {"spam": {"flag": 0.3, "reject": 0.8}, "abuse": {"flag": 0.4, "reject": 2}, "holdAll": false,
                 "holdFirst": true, "reportsToFlag": 5, "entriesOff": ["zh-1"], "screensOff": ["noise"],
                 "exceptions": [{"entry": "zh-2", "phrases": ["操作系统"]}],
                 "entries": [{"term": "加微信", "category": "spam", "severity": 0.7, "exceptions": ["加微信支付"]}],
                 "reasons": ["spam", "其他"], "why": "广告太多"}""").as(1, "mo", NOON);

        assertThat(policy.spam()).isEqualTo(new Policy.Thresholds(0.3, 0.8));
        assertThat(policy.abuse()).isEqualTo(new Policy.Thresholds(0.4, 2));
        assertThat(policy.holdFirst()).isTrue();
        assertThat(policy.reportsToFlag()).isEqualTo(5);
        assertThat(policy.entriesOff()).containsExactly("zh-1");
        assertThat(policy.exceptions()).containsExactly(new Policy.Exceptions("zh-2", List.of("操作系统")));
        assertThat(policy.screensOff()).containsExactly("noise");
        assertThat(policy.entries())
                .containsExactly(new Policy.Entry("加微信", Signal.Category.SPAM, 0.7, List.of("加微信支付")));
        assertThat(policy.reasons()).containsExactly("spam", "其他");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                                                                        | why
            {"why": " "}                                                              | why
            {"why": "x", "spam": {"flag": 1.1}}                                       | spam.flag
            {"why": "x", "spam": {"flag": "0.5"}}                                     | spam.flag
            {"why": "x", "spam": {"flag": 0.9, "reject": 0.5}}                        | spam.reject
            {"why": "x", "spam": {"flag": 1e999999}}                                  | spam.flag
            {"why": "x", "spam": 1}                                                   | spam
            {"why": "x", "abuse": {"reject": 3}}                                      | abuse.reject
            {"why": "x", "holdAll": "yes"}                                            | holdAll
            {"why": "x", "reportsToFlag": 0}                                          | reportsToFlag
            {"why": "x", "reportsToFlag": 2.5}                                        | reportsToFlag
            {"why": "x", "entries": {}}                                               | entries
            {"why": "x", "entries": [{"term": "a", "category": "nice"}]}              | entries[0].category
            {"why": "x", "entries": [{"term": "a", "category": "spam", "size": 1}]}   | entries[0].size
            {"why": "x", "entries": [{"term": "", "category": "spam"}]}               | entries[0].term
            {"why": "x", "entriesOff": [1]}                                           | entriesOff
            {"why": "x", "exceptions": [{"phrases": ["a"]}]}                          | exceptions[0].entry
            {"why": "x", "exceptions": [{"entry": "a", "phrases": [""]}]}             | exceptions[0].phrases
            {"why": "x", "reasons": []}                                               | reasons
            {"why": "x", "version": 7}                                                | version
            """)
    void whatBreaksARuleIsNamed(String body, String field) {
        var problem = Objects.requireNonNull(catchThrowableOfType(ProblemException.class, () -> read(body)))
                .problem();

        assertThat(problem.errors()).extracting(FieldError::field).containsExactly(field);
    }

    private static PolicyRequest read(String body) {
        var request = MockServerHttpRequest.put("/v1/policies/s")
                .contentType(MediaType.APPLICATION_JSON)
                .body(body);
        var fields = Objects.requireNonNull(JsonBody.read(request, 100_000).block());
        return PolicyRequest.read("s", fields);
    }
}
