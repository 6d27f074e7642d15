package dev.idem.processor;

import static com.google.common.truth.Truth.assertThat;

import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Nothing but this test keeps the names in step with the runtime. */
final class RuntimeNamesTest {

    @Test
    void eachName_existsInTheRuntime() throws Exception {
        List<ClassName> names = Arrays.stream(RuntimeNames.class.getDeclaredFields())
                .filter(field -> field.getType() == ClassName.class)
                .map(RuntimeNamesTest::value)
                .toList();
        assertThat(names).isNotEmpty();
        for (ClassName name : names) {
            assertThat(Modifier.isPublic(Class.forName(name.canonicalName()).getModifiers()))
                    .isTrue();
        }
    }

    private static ClassName value(java.lang.reflect.Field field) {
        try {
            return (ClassName) field.get(null);
        } catch (IllegalAccessException e) {
            throw new LinkageError(e.toString(), e);
        }
    }
}
