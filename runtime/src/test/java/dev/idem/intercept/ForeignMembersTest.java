package dev.idem.intercept;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.idem.engine.ForeignType;
import dev.idem.engine.IdempotentCalls;
import dev.idem.engine.Operation;
import dev.idem.testing.shop.Tariff;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Types of other artifacts are those that generated code was compiled against, or nothing starts. */
final class ForeignMembersTest {

    @Test
    void check_sameMembersInAnyOrder_passes() {
        assertThatCode(() -> ForeignMembers.check(
                        compiledAgainst(Tariff.class, "java.lang.String zone", "double vat", "int cents")))
                .doesNotThrowAnyException();
    }

    @Test
    void check_staticAndTransientFields_areNoMembers() {
        assertThatCode(() -> ForeignMembers.check(compiledAgainst(Cached.class, "int cents")))
                .doesNotThrowAnyException();
    }

    @Test
    void check_otherType_isRefused() {
        assertThatExceptionOfType(ChangedTypeException.class)
                .isThrownBy(() -> ForeignMembers.check(compiledAgainst(Cached.class, "long cents")))
                .withMessageContaining("which adds 'int cents', which lacks 'long cents'");
    }

    @Test
    void check_newSubtype_isRefused() {
        String name = Shape.class.getName();
        assertThatExceptionOfType(ChangedTypeException.class)
                .isThrownBy(() -> ForeignMembers.check(compiledAgainst(Shape.class, "permits " + name + "$Dot")))
                .withMessageContaining("which adds 'permits " + name + "$Disc'");
    }

    @Test
    void check_absentType_isRefused() {
        IdempotentCalls calls = new Calls(List.of(new ForeignType("dev.idem.Nowhere", List.of())));
        assertThatExceptionOfType(ClassNotFoundException.class).isThrownBy(() -> ForeignMembers.check(calls));
    }

    private static IdempotentCalls compiledAgainst(Class<?> type, String... members) {
        return new Calls(List.of(new ForeignType(type.getName(), List.of(members))));
    }

    private record Calls(List<ForeignType> foreignTypes) implements IdempotentCalls {

        @Override
        public List<Operation> operations() {
            return List.of();
        }
    }

    static final class Cached {

        public static int count;
        public transient int cache;
        public int cents;
    }

    sealed interface Shape {

        record Dot() implements Shape {}

        record Disc() implements Shape {}
    }
}
