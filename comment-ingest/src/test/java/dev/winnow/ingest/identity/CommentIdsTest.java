package dev.winnow.ingest.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.ingest.secret.SecretSettings;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class CommentIdsTest {

    private static final Instant NOW = Instant.parse("2025-06-21T00:36:49Z");

    private final CommentIds ids = ids("a secret of thirty-two characters");

    @Property
    void anIdIsKnownInItsArticleAndNoOther(@ForAll String site, @ForAll String article, @ForAll String other) {
        var id = ids.fresh(site, article);

        assertThat(CommentIds.ofArticle(id, site, article)).isEqualTo(id);
        assertThat(CommentIds.ofArticle(id.toUpperCase(Locale.ROOT), site, article))
                .isEqualTo(id);
        if (!other.equals(article)) {
            assertThat(CommentIds.ofArticle(id, site, other)).isNull();
        }
    }

    @Property
    void whatIsDerivedIsTheSameAgainAndKnownInItsArticle(@ForAll String article, @ForAll String source) {
        var byKey = ids.forRetries("default", article, source);
        var imported = ids.forImport("default", article, source);

        assertThat(ids.forRetries("default", article, source)).isEqualTo(byKey);
        assertThat(ids.forImport("default", article, source))
                .isEqualTo(imported)
                .isNotEqualTo(byKey);
        assertThat(CommentIds.ofArticle(byKey, "default", article)).isEqualTo(byKey);
        assertThat(CommentIds.ofArticle(imported, "default", article)).isEqualTo(imported);
        assertThat(UUID.fromString(byKey).version()).isEqualTo(8);
        assertThat(UUID.fromString(byKey).variant()).isEqualTo(2);
    }

    @Property
    void whateverStandsInAnAddressIsNoReasonToThrow(@ForAll String id) {
        assertThat(CommentIds.ofArticle(id, "default", "article")).isNull();
    }

    @Test
    void freshIdsAreUuidsOfVersionSevenThatCarryTheirTime() {
        var id = UUID.fromString(ids.fresh("default", "article"));

        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(NOW.toEpochMilli());
    }

    @Test
    void manyFreshIdsOfOneMillisecondDiffer() {
        var many = IntStream.range(0, 100_000)
                .mapToObj(i -> ids.fresh("default", "article"))
                .collect(Collectors.toSet());

        assertThat(many).hasSize(100_000);
    }

    @Test
    void importsDependOnNoSecretAndRetriesDo() {
        var others = ids("another secret of thirty-two letters");

        assertThat(others.forImport("s", "a", "1")).isEqualTo(ids.forImport("s", "a", "1"));
        assertThat(others.forRetries("s", "a", "1")).isNotEqualTo(ids.forRetries("s", "a", "1"));
    }

    @Test
    void partsDoNotRunIntoEachOther() {
        assertThat(ids.forRetries("a", "bc", "d")).isNotEqualTo(ids.forRetries("ab", "c", "d"));
    }

    private static CommentIds ids(String secret) {
        return new CommentIds(new SecretSettings(secret), Clock.fixed(NOW, ZoneOffset.UTC));
    }
}
