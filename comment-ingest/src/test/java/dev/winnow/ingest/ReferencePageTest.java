package dev.winnow.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.ingest.problems.ProblemKind;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;

/** The reference page names what the code has: every setting, every metric, every problem, and no others. */
class ReferencePageTest {

    private static final Path PAGE = Path.of("../docs/reference/comment-ingest.md");
    private static final Path METRICS = Path.of("src/main/java/dev/winnow/ingest/IngestMetrics.java");

    @Test
    void everyMetricIsInTheTableBesideTheCodeAndOnThePage() throws IOException {
        var names = Arrays.stream(IngestMetrics.class.getFields())
                .filter(field -> Modifier.isStatic(field.getModifiers()))
                .map(ReferencePageTest::value)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(found(
                        Files.readString(PAGE),
                        "(?m)^\\| `(winnow\\.ingest\\.[a-z.]+)` \\| [a-z0-9 ]+ \\| [^|]*\\| [^|]+ \\| [^|]+ \\|$"))
                .isEqualTo(names);
        assertThat(found(Files.readString(METRICS), "<tr><td>(winnow[a-z.]+)</td>"))
                .isEqualTo(names);
        assertThat(new IngestMetrics(new SimpleMeterRegistry())).isNotNull();
    }

    @Test
    void everyProblemIsOnThePage() throws IOException {
        var rows = Arrays.stream(ProblemKind.values())
                .map(kind -> kind.type() + "` | " + kind.status())
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(found(Files.readString(PAGE), "\\| `(urn:winnow:problem:[a-z-]+` \\| \\d{3}) "))
                .isEqualTo(rows);
    }

    @Test
    void everySettingIsOnThePageWithItsDefault() throws IOException {
        var page = Files.readString(PAGE);

        var settings = new TreeSet<String>();
        settingsRecords().forEach(type -> collect(type, prefix(type), settings));

        assertThat(found(page, "(?m)^\\| (`winnow\\.(?:ingest|topics)\\.[a-z.-]+` \\| [^|]+) \\| [^|]+ \\|$"))
                .isEqualTo(settings);
        assertThat(page).contains("winnow.sites.<name>.key", "winnow.sites.<name>.origins");
        assertThat(page).contains("winnow.sites.<name>.author-token-secret");
    }

    private static Set<Class<?>> settingsRecords() {
        var scan = new ClassPathScanningCandidateComponentProvider(false);
        scan.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        return scan.findCandidateComponents("dev.winnow.ingest").stream()
                .map(found -> type(found.getBeanClassName()))
                .filter(type -> !prefix(type).equals("winnow"))
                .collect(Collectors.toSet());
    }

    private static void collect(Class<?> type, String prefix, Set<String> into) {
        for (var component : type.getRecordComponents()) {
            var name = prefix + "."
                    + component.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
            if (component.getType().isRecord()) {
                collect(component.getType(), name, into);
            } else {
                into.add("`" + name + "` | " + defaultOf(type, component.getName()));
            }
        }
    }

    /** As the page writes it: what has no default of its own is explained in words there. */
    private static String defaultOf(Class<?> type, String name) {
        for (var parameter : type.getDeclaredConstructors()[0].getParameters()) {
            var value = parameter.getAnnotation(DefaultValue.class);
            if (parameter.getName().equals(name) && value != null) {
                return value.value().length == 0 ? "none" : "`" + value.value()[0] + "`";
            }
        }
        return name.equals("secret") ? "none, required" : "the broker's";
    }

    private static String prefix(Class<?> type) {
        var annotation = type.getAnnotation(ConfigurationProperties.class);
        return annotation == null ? "" : annotation.value();
    }

    private static Class<?> type(@Nullable String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String value(Field constant) {
        try {
            return String.valueOf(constant.get(null));
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Set<String> found(String text, String pattern) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
