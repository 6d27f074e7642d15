package dev.idem.micrometer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.idem.codec.ResultType;
import dev.idem.engine.CallObserver;
import dev.idem.engine.CallOutcome;
import dev.idem.engine.Operation;
import dev.idem.engine.OperationObserver;
import dev.idem.engine.PolicyOverrides;
import dev.idem.engine.Saving;
import dev.idem.observe.CallStatistics;
import dev.idem.store.StoreCommand;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

/** What the dashboard and the alert rules ask for is what Prometheus gets. */
final class OpsFilesTest {

    private static final Path OPS = Path.of("..", "ops");
    private static final Pattern SERIES = Pattern.compile("\\b(idem_[a-z_]+)(?:\\{([^}]*)\\})?");
    private static final Pattern SELECTOR = Pattern.compile("(\\w+)(?:=~|!~|!=|=)\"([^\"]*)\"");
    private static final Set<String> SYNTHETIC = Set.of("$operation");

    /** Of each series that is really there, its labels with their values. */
    private final Map<String, Map<String, Set<String>>> real = real();

    @ParameterizedTest
    @ValueSource(strings = {"grafana-dashboard.json", "prometheus-alerts.yml"})
    void series_areRealWithTheirLabelsAndValues(String file) throws IOException {
        List<MatchResult> asked = SERIES.matcher(expressions(file)).results().toList();
        assertThat(asked).isNotEmpty();
        for (MatchResult series : asked) {
            assertThat(real).containsKey(series.group(1));
            if (series.group(2) != null) {
                assertSelects(series.group(1), series.group(2));
            }
        }
    }

    private void assertSelects(String series, String selectors) {
        SELECTOR.matcher(selectors).results().forEach(selector -> {
            assertThat(real.get(series)).as(series).containsKey(selector.group(1));
            for (String value : selector.group(2).split("\\|", -1)) {
                if (!SYNTHETIC.contains(value)) {
                    assertThat(real.get(series).get(selector.group(1)))
                            .as(series)
                            .contains(value);
                }
            }
        });
    }

    @Test
    void meters_areAllShownInTheDashboard() throws IOException {
        String dashboard = expressions("grafana-dashboard.json");
        for (IdempotencyMeter meter : IdempotencyMeter.values()) {
            assertThat(dashboard).contains(meter.text().replace('.', '_'));
        }
    }

    @Test
    void alertRules_haveNamesLevelsAndSummaries() throws IOException {
        Map<String, List<Map<String, List<Map<String, Map<String, String>>>>>> file =
                new Yaml().load(Files.readString(OPS.resolve("prometheus-alerts.yml")));
        for (Map<String, Map<String, String>> rule : file.get("groups").get(0).get("rules")) {
            assertThat(rule).containsKeys("alert", "expr");
            assertThat(rule.get("labels")).containsKey("severity");
            assertThat(rule.get("annotations")).containsKey("summary");
        }
    }

    private static String expressions(String file) throws IOException {
        String text = Files.readString(OPS.resolve(file));
        if (!file.endsWith(".json")) {
            return text;
        }
        JsonNode dashboard = new ObjectMapper().readTree(text);
        return String.join("\n", dashboard.findValuesAsText("expr"))
                + '\n'
                + dashboard.at("/templating/list/1/query/query").asText();
    }

    private static Map<String, Map<String, Set<String>>> real() {
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        CallStatistics statistics = new CallStatistics();
        IdempotencyMeters meters = new IdempotencyMeters(statistics);
        meters.bindTo(registry);
        OperationObserver observer =
                CallObserver.all(List.of(statistics, meters)).observe(operation());
        Arrays.stream(CallOutcome.values()).forEach(observer::answered);
        observer.ran(Duration.ofSeconds(1));
        observer.waited(Duration.ofSeconds(1));
        meters.answered("redis", StoreCommand.CLAIM, Duration.ofSeconds(1));
        meters.failed("redis", StoreCommand.CLAIM, Duration.ofSeconds(1), new IllegalStateException());
        Map<String, Map<String, Set<String>>> series = new TreeMap<>();
        SERIES.matcher(registry.scrape()
                        .lines()
                        .filter(line -> !line.startsWith("#"))
                        .collect(Collectors.joining("\n")))
                .results()
                .forEach(found -> {
                    Map<String, Set<String>> labels = series.computeIfAbsent(found.group(1), same -> new TreeMap<>());
                    SELECTOR.matcher(found.group(2))
                            .results()
                            .forEach(label -> labels.computeIfAbsent(label.group(1), same -> new TreeSet<>())
                                    .add(label.group(2)));
                });
        return series;
    }

    private static Operation operation() {
        return new Operation(
                        "pay",
                        "pay",
                        List.of(),
                        ResultType.of(String.class),
                        PolicyOverrides.NONE,
                        (arguments, out) -> {})
                .withSavings(List.of(new Saving("length", result -> ((String) result).length())));
    }
}
