package dev.idem.it.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idem.spring.OperationProperties;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/configuration.md} has every property, with the default that it has. */
final class ConfigurationPageTest {

    private static final String OPERATION = "idem.operations[<operation>].";
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (`[^|]*) \\|([^|]*)\\|");
    private static final Pattern CODE = Pattern.compile("`([^`]*)`");

    private final Map<String, String> documented = Page.all().stream()
            .filter(page -> page.name().equals("docs/configuration.md"))
            .flatMap(page -> ROW.matcher(page.text()).results())
            .flatMap(ConfigurationPageTest::properties)
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));

    /** A row has one property, or one and what its neighbours have in its last place. Of a map the name counts, not its keys. */
    private static Stream<Map.Entry<String, String>> properties(MatchResult row) {
        List<String> names = codes(row.group(1));
        String first = names.get(0);
        String stem = first.substring(0, first.lastIndexOf('.'));
        String given = codes(row.group(2)).stream().findFirst().orElse("");
        return names.stream()
                .map(name -> name.startsWith(".") ? stem + name : name)
                .map(name -> Map.entry(name.endsWith("]") ? name.substring(0, name.indexOf('[')) : name, given));
    }

    private static List<String> codes(String text) {
        return CODE.matcher(text).results().map(code -> code.group(1)).toList();
    }

    @Test
    void page_hasEveryPropertyAndNoOther() {
        Stream<String> properties = ConfigurationMetadata.SPRING_BOOT.ofIdem().keySet().stream()
                .filter(property -> !property.equals("idem.operations"));
        assertThat(documented.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(properties, names(OPERATION, OperationProperties.class))
                                .toList());
    }

    private static Stream<String> names(String prefix, Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .flatMap(component -> component.getType().isRecord()
                        ? names(prefix + name(component) + ".", component.getType())
                        : Stream.of(prefix + name(component)));
    }

    private static String name(RecordComponent component) {
        return component.getName().replaceAll("(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    @Test
    void page_hasTheDefaultsThatAreTrue() {
        Map<String, String> defaults = ConfigurationMetadata.SPRING_BOOT.ofIdem();
        defaults.forEach((property, value) -> {
            if (!value.isEmpty()) {
                assertThat(documented.get(property)).as(property).isEqualTo(value);
            }
        });
    }
}
