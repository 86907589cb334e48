package dev.winnow.ingest.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

class RulesTest {

    private final Published published = new Published();

    @ParameterizedTest
    @ValueSource(
            strings = {"好", "x", " a\r\n\tb ", "👨‍👩‍👧", "e\u0301", "مرحبا", "\u200fمرحبا", "<script>", "नमस्ते"})
    void whatPeopleWriteIsAText(String text) {
        assertThat(Rules.text(text)).isNull();
    }

    @Test
    void aTextIsCountedInCharactersWithoutTheSpaceAroundIt() {
        assertThat(Rules.text("🧠".repeat(10_000))).isNull();
        assertThat(Rules.text("🧠".repeat(10_001))).isNotNull();
        assertThat(Rules.text(" ".repeat(500) + "x".repeat(10_000) + "\n")).isNull();
    }

    @Test
    void thirtyMarksInARowAreTheMost() {
        assertThat(Rules.text("e" + "\u0301".repeat(30))).isNull();
        assertThat(Rules.text("e" + "\u0301".repeat(31))).contains("position 31");
        assertThat(Rules.text(("e" + "\u0301".repeat(30)).repeat(3))).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://a.example", "https://例子.example/路径?q=1#x", "http://127.0.0.1:80/", "https://a"})
    void addressesOfPages(String url) {
        assertThat(Rules.url(url)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "http:/a",
                "https://",
                "ftp://a",
                "http:///a",
                "https://a b",
                "http://a\"b",
                "//a"
            })
    void whatIsNoAddressOfAPage(String url) {
        assertThat(Rules.url(url)).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a@b", "ada.lovelace+x@example.com", "用户@例子.example"})
    void mailAddresses(String email) {
        assertThat(Rules.email(email)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "@", "a@", "@b", "a@b@c", "a b@c", "a@b\n"})
    void whatIsNoMailAddress(String email) {
        assertThat(Rules.email(email)).isNotNull();
    }

    /** The API's description says the same as the rules, for every character and every string of characters tried. */
    @Property(tries = 2_000)
    void theDescriptionSaysTheSame(@ForAll String text) {
        assertSame(published.text, Rules::text, text);
        assertSame(published.name, Rules::name, text);
        assertSame(published.id, Rules::id, text);
        assertSame(published.url, Rules::url, "https://" + text);
        assertSame(published.email, Rules::email, "a@" + text);
        for (var c : new int[] {
            0x0, 0x9, 0xA, 0x1F, 0x20, 0x7F, 0x85, 0xA0, 0xAD, 0x61C, 0x200B, 0x200E, 0x202D, 0x2066, 0x3000, 0xFEFF
        }) {
            assertSame(published.text, Rules::text, Character.toString(c));
            assertSame(published.text, Rules::text, "a" + Character.toString(c));
            assertSame(published.name, Rules::name, "a" + Character.toString(c));
            assertSame(published.id, Rules::id, "a" + Character.toString(c));
            assertSame(published.url, Rules::url, "http://a" + Character.toString(c));
        }
    }

    /** Where the description's pattern and length allow a string, so do the rules, and the other way round. */
    private static void assertSame(Pattern pattern, Function<String, @Nullable String> rule, String text) {
        var tooMany = text.strip().codePointCount(0, text.strip().length()) > 80;
        var isHalf = text.codePoints().anyMatch(Characters::loneSurrogate);
        if (!tooMany && !isHalf) {
            assertThat(rule.apply(text) == null)
                    .as("%s for %s", pattern, text.chars().boxed().toList())
                    .isEqualTo(pattern.matcher(text).find());
        }
    }

    private static final class Published {

        private final Map<String, Object> schemas = schemas();
        final Pattern text = pattern("Text");
        final Pattern id = pattern("SitesOwnId");
        final Pattern name = pattern("Author", "name");
        final Pattern email = pattern("Author", "email");
        final Pattern url = pattern("Submission", "url");

        private Pattern pattern(String schema) {
            return Pattern.compile(string(map(schemas, schema), "pattern").replaceAll("\\$$", "\\\\z"));
        }

        private Pattern pattern(String schema, String property) {
            var field = map(map(map(schemas, schema), "properties"), property);
            return Pattern.compile(string(field, "pattern").replaceAll("\\$$", "\\\\z"));
        }

        private static Map<String, Object> schemas() {
            try (var document = RulesTest.class.getResourceAsStream("/comment-ingest-openapi.yml")) {
                Map<String, Object> all = new Yaml().load(document);
                return map(map(all, "components"), "schemas");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @SuppressWarnings("unchecked")
        private static Map<String, Object> map(Map<String, Object> map, String key) {
            return (Map<String, Object>) Objects.requireNonNull(map.get(key));
        }

        private static String string(Map<String, Object> map, String key) {
            return (String) Objects.requireNonNull(map.get(key));
        }
    }
}
