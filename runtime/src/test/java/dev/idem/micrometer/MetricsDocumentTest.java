package dev.idem.micrometer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idem.LogEvent;
import dev.idem.engine.CallOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The tables of {@code docs/metrics.md}, made of the enums that they are about. */
final class MetricsDocumentTest {

    private static final Path DOCUMENT = Path.of("..", "docs", "metrics.md");
    private static final Pattern ALERT = Pattern.compile("(?m)^ +- alert: (\\w+)$");

    private static void assertTable(List<String> rows) throws IOException {
        assertThat(Files.readString(DOCUMENT)).contains(" |\n" + String.join("\n", rows) + "\n\n");
    }

    @Test
    void meters_areDocumented() throws IOException {
        assertTable(Arrays.stream(IdempotencyMeter.values())
                .map(meter -> "| `%s` | %s | %s | %s |"
                        .formatted(
                                meter.text(),
                                meter.kind().name().toLowerCase(Locale.ROOT),
                                meter.tags().stream()
                                        .map(tag -> '`' + tag.key() + '`')
                                        .collect(Collectors.joining(", ")),
                                meter.description()))
                .toList());
    }

    @Test
    void tags_areDocumented() throws IOException {
        assertTable(Arrays.stream(IdempotencyMeter.Tag.values())
                .map(tag -> "| `%s` | %s |".formatted(tag.key(), tag.description()))
                .toList());
    }

    @Test
    void outcomes_areDocumentedInTheirOrder() throws IOException {
        String document = Files.readString(DOCUMENT);
        String outcomes = document.substring(document.indexOf("## Outcomes"), document.indexOf("## Savings"));
        assertThat(Pattern.compile("(?m)^\\| `([\\w.]+)` \\|")
                        .matcher(outcomes)
                        .results()
                        .map(row -> row.group(1)))
                .containsExactlyElementsOf(Arrays.stream(CallOutcome.values())
                        .map(CallOutcome::text)
                        .toList());
    }

    @Test
    void logEvents_areDocumented() throws IOException {
        assertTable(Arrays.stream(LogEvent.values())
                .map(event -> "| `%s` | %s |".formatted(event.text(), event.meaning()))
                .toList());
    }

    @Test
    void alerts_areExplained() throws IOException {
        String operations = Files.readString(Path.of("..", "docs", "operations.md"));
        List<String> alerts = ALERT.matcher(Files.readString(Path.of("..", "ops", "prometheus-alerts.yml")))
                .results()
                .map((MatchResult alert) -> alert.group(1))
                .toList();
        assertThat(alerts)
                .isNotEmpty()
                .allSatisfy(alert -> assertThat(operations).contains('`' + alert + '`'));
    }
}
