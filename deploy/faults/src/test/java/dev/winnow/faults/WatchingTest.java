package dev.winnow.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Alert rules and dashboard: accepted by Prometheus, tested, and about metrics that there are. */
class WatchingTest {

    private static final Pattern METRIC = Pattern.compile("\\bwinnow_[a-z_]+");
    private static final Pattern DOCUMENTED = Pattern.compile("`(winnow\\.[a-z.]+)`");
    private static final Pattern SUFFIX = Pattern.compile("(_seconds)?(_bucket|_count|_sum|_max|_total)?$");
    private static final Pattern RUNBOOK = Pattern.compile("runbook_url: docs/operators\\.md#(\\S+)");

    @Test
    void prometheusTakesTheConfigurationAndTheRulesPassTheirTests() throws Exception {
        Commands.assumeThere("promtool");

        var config = Commands.run(Map.of(), "promtool", "check", "config", "deploy/prometheus/prometheus.yml");
        var tests = Commands.run(Map.of(), "promtool", "test", "rules", "deploy/prometheus/alerts.test.yml");

        assertThat(config.exitCode()).as(config.output()).isZero();
        assertThat(tests.exitCode()).as(tests.output()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"deploy/prometheus/alerts.yml", "deploy/grafana/dashboards/winnow.json"})
    void everyMetricThatIsNamedIsDocumented(String file) throws IOException {
        var named = METRIC.matcher(read(file))
                .results()
                .map(found -> SUFFIX.matcher(found.group()).replaceFirst(""))
                .collect(Collectors.toSet());

        assertThat(named).hasSizeGreaterThan(5);
        assertThat(documented()).containsAll(named);
    }

    @Test
    void everyAlertHasATestAndARunbook() throws IOException {
        var rules = read("deploy/prometheus/alerts.yml");
        var tests = read("deploy/prometheus/alerts.test.yml");
        var headings = read("docs/operators.md").toLowerCase(Locale.ROOT);
        for (var alert :
                Pattern.compile("alert: (\\w+)").matcher(rules).results().toList()) {
            assertThat(tests).contains("alertname: " + alert.group(1));
        }
        for (var runbook : RUNBOOK.matcher(rules).results().toList()) {
            assertThat(headings).contains("### " + runbook.group(1));
        }
    }

    @Test
    void everyPanelAsksTheProvisionedDataSource() throws IOException {
        var dashboard = Winnow.JSON.readTree(read("deploy/grafana/dashboards/winnow.json"));

        var panels = 0;
        for (var panel : dashboard.path("panels")) {
            for (var target : panel.path("targets")) {
                assertThat(target.path("datasource").path("uid").asString()).isEqualTo("prometheus");
                panels++;
            }
        }
        assertThat(panels).isGreaterThan(10);
        assertThat(read("deploy/grafana/provisioning/datasources/prometheus.yml"))
                .contains("uid: prometheus");
    }

    private static Set<String> documented() throws IOException {
        try (var pages = Files.list(Repository.TOP.resolve("docs/reference"))) {
            return pages.map(WatchingTest::read)
                    .flatMap(page -> DOCUMENTED.matcher(page).results())
                    .map(found -> found.group(1).replace('.', '_'))
                    .collect(Collectors.toSet());
        }
    }

    private static String read(String file) {
        return read(Repository.TOP.resolve(file));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
