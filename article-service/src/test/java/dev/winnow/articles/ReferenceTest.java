package dev.winnow.articles;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.articles.problem.Problem;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;

/** The reference page says what the code does. */
class ReferenceTest {

    private static final Path PAGE = Path.of("../docs/reference/article-service.md");

    @Test
    void everyMetricIsInTheTableAndNoOther() throws IOException {
        var defined = Arrays.stream(ArticleMetrics.class.getFields())
                .filter(field -> Modifier.isStatic(field.getModifiers()))
                .map(ReferenceTest::value)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(named("(?m)^\\| `(winnow\\.articles\\.[a-z.]+)` \\|", section("Metrics")))
                .isEqualTo(defined);
    }

    @Test
    void everySettingIsInTheTableAndNoOther() throws IOException {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        var defined = scanner.findCandidateComponents("dev.winnow.articles").stream()
                .flatMap(found -> settings(String.valueOf(found.getBeanClassName())))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(named("(?m)^\\| `(winnow\\.[a-z.<>-]+)` \\|", section("Settings")))
                .isEqualTo(defined);
    }

    @Test
    void everyProblemIsExplained() throws IOException {
        var kinds = Arrays.stream(Problem.Kind.values()).map(Problem.Kind::word).collect(Collectors.toSet());

        assertThat(named("(?m)^\\| `urn:winnow:problem:([a-z-]+)` \\|", section("Problems")))
                .isEqualTo(kinds);
    }

    private static String value(java.lang.reflect.Field field) {
        try {
            return String.valueOf(field.get(null));
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    private static Stream<String> settings(String className) {
        try {
            var type = Class.forName(className);
            var prefix = type.getAnnotation(ConfigurationProperties.class).value();
            return Arrays.stream(type.getRecordComponents()).flatMap(component -> {
                var name = prefix + "." + kebab(component.getName());
                return component.getType().equals(Map.class)
                        ? entries(type).map(entry -> name + ".<name>." + entry)
                        : Stream.of(name);
            });
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    private static Stream<String> entries(Class<?> type) {
        return Arrays.stream(type.getDeclaredClasses())
                .filter(Class::isRecord)
                .flatMap(entry -> Arrays.stream(entry.getRecordComponents()))
                .map(component -> kebab(component.getName()));
    }

    private static String kebab(String name) {
        return name.replaceAll("([A-Z])", "-$1").toLowerCase(java.util.Locale.ROOT);
    }

    private static Set<String> named(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String section(String title) throws IOException {
        var sections = List.of(Files.readString(PAGE).split("\n## "));
        return sections.stream().filter(s -> s.startsWith(title)).findFirst().orElseThrow();
    }
}
