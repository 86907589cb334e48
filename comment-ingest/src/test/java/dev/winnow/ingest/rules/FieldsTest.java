package dev.winnow.ingest.rules;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.ingest.problems.Checked;
import dev.winnow.ingest.problems.Problem;
import dev.winnow.ingest.problems.ProblemKind;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class FieldsTest {

    private static final Shape SHAPE = Shape.of("author.name", "text");

    @Property(tries = 3_000)
    void noBytesMakeItThrow(@ForAll @Size(max = 200) byte[] bytes) {
        assertThat(Fields.read(bytes, SHAPE)).isNotNull();
    }

    @Property
    void noTextMakesItThrow(@ForAll String text) {
        assertThat(Fields.read(("{\"text\":" + text).getBytes(UTF_8), SHAPE)).isNotNull();
    }

    @Property
    void whatWasWrittenIsRead(@ForAll String name, @ForAll String text) {
        var json = JsonMapper.shared().writeValueAsString(Map.of("author", Map.of("name", name), "text", text));
        // Written by way of escapes, so that halves of characters survive the way.
        var fields = good(Fields.read(escaped(json).getBytes(UTF_8), SHAPE));

        assertThat(fields.required("author.name", any -> null)).isEqualTo(name);
        assertThat(fields.optional("text", any -> null)).isEqualTo(text);
    }

    @Property
    void noProblemIsBeyondJson(@ForAll String field) {
        var json = "{" + escaped(JsonMapper.shared().writeValueAsString(field)) + ":1}";

        var problem = problem(Fields.read(json.getBytes(UTF_8), SHAPE).then(fields -> fields.result("")));

        assertThat(JsonMapper.shared().readTree(problem.json("/")).get("status").asInt())
                .isEqualTo(problem.kind().status());
    }

    @Test
    void nestingIsBounded() {
        var deep = "{\"x\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}";

        assertThat(problem(Fields.read(deep.getBytes(UTF_8), SHAPE)).kind()).isEqualTo(ProblemKind.MALFORMED);
    }

    private static String escaped(String json) {
        var escaped = new StringBuilder();
        json.chars().forEach(c -> escaped.append(c < 0x7F ? String.valueOf((char) c) : String.format("\\u%04x", c)));
        return escaped.toString();
    }

    private static <T> T good(Checked<T> checked) {
        assertThat(checked).isInstanceOf(Checked.Good.class);
        return ((Checked.Good<T>) checked).value();
    }

    private static Problem problem(Checked<?> checked) {
        assertThat(checked).isInstanceOf(Checked.Bad.class);
        return ((Checked.Bad<?>) checked).problem();
    }
}
