package dev.idem.it.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idem.Ttl;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The table of retentions in {@code docs/choosing.md} has the constants of {@link Ttl} and their values. */
final class TtlTableTest {

    private static final Pattern ROW = Pattern.compile("\\| `Ttl\\.(\\w+)` \\| `(\\w+)` \\|");

    @Test
    void table_hasEveryConstantWithItsValue() {
        Map<String, String> constants =
                Arrays.stream(Ttl.class.getFields()).collect(Collectors.toMap(Field::getName, TtlTableTest::value));
        Map<String, String> table = ROW.matcher(
                        Project.text(Project.ROOT.resolve("docs").resolve("choosing.md")))
                .results()
                .collect(Collectors.toMap(row -> row.group(1), row -> row.group(2)));

        assertThat(table).isNotEmpty().isEqualTo(constants);
    }

    private static String value(Field constant) {
        try {
            return (String) constant.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
