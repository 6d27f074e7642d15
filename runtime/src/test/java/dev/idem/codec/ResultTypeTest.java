package dev.idem.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ResultTypeTest {

    private static final ResultType NESTED = ResultType.of(
            Map.class,
            ResultType.of(String.class),
            ResultType.of(List.class, ResultType.of(Optional.class, ResultType.of(Integer.class))));
    private static final ResultType INNER = ResultType.of(Box.class, ResultType.of(int[].class));

    @Test
    void toString_ofAClass_isItsNameInTheSource() {
        assertThat(ResultType.of(String.class)).hasToString("java.lang.String");
        assertThat(ResultType.of(int.class)).hasToString("int");
        assertThat(ResultType.of(void.class)).hasToString("void");
        assertThat(ResultType.of(byte[].class)).hasToString("byte[]");
        assertThat(ResultType.of(Map.Entry.class)).hasToString("java.util.Map.Entry");
    }

    @Test
    void toString_ofALocalClass_isItsBinaryName() {
        record Local() {}
        assertThat(ResultType.of(Local.class)).hasToString(Local.class.getTypeName());
    }

    @Test
    void toString_withArguments_isTheTypeInTheSource() {
        assertThat(NESTED)
                .hasToString("java.util.Map<java.lang.String, java.util.List<java.util.Optional<java.lang.Integer>>>");
        assertThat(INNER).hasToString("dev.idem.codec.ResultTypeTest.Box<int[]>");
    }

    @Test
    void toJavaType_withoutArguments_isTheClass() {
        assertThat(ResultType.of(long.class).toJavaType()).isSameAs(long.class);
    }

    @Test
    void toJavaType_withArguments_equalsThatOfReflection() throws NoSuchMethodException {
        assertEqualBothWays(NESTED, declared("nested"));
        assertEqualBothWays(INNER, declared("inner"));
    }

    private static void assertEqualBothWays(ResultType made, Type reflected) {
        assertThat(made.toJavaType()).isEqualTo(reflected).hasSameHashCodeAs(reflected);
        assertThat(reflected).isEqualTo(made.toJavaType());
        assertThat(made.toJavaType()).hasToString(made.toString());
    }

    @Test
    void toJavaType_withOtherArgumentsOrOwner_isNotEqual() throws NoSuchMethodException {
        Type inner = INNER.toJavaType();
        assertThat(inner)
                .isNotEqualTo(declared("nested"))
                .isNotEqualTo(Box.class)
                .isNotEqualTo(
                        ResultType.of(Box.class, ResultType.of(long[].class)).toJavaType())
                .isNotEqualTo(
                        ResultType.of(List.class, ResultType.of(int[].class)).toJavaType())
                .isNotEqualTo(new Ownerless((ParameterizedType) inner));
        assertThat(ResultType.of(List.class, INNER).toJavaType())
                .isNotEqualTo(ResultType.of(Optional.class, INNER).toJavaType());
    }

    @Test
    void arguments_changedAfterwards_changeNothing() {
        ResultType[] arguments = {ResultType.of(String.class)};
        ResultType type = ResultType.of(List.class, arguments);
        arguments[0] = ResultType.of(Integer.class);
        assertThat(type).hasToString("java.util.List<java.lang.String>");
    }

    private static Type declared(String method) throws NoSuchMethodException {
        return Declared.class.getDeclaredMethod(method).getGenericReturnType();
    }

    interface Declared {

        Map<String, List<Optional<Integer>>> nested();

        Box<int[]> inner();
    }

    record Box<T>(T content) {}

    private record Ownerless(ParameterizedType type) implements ParameterizedType {

        @Override
        public Type[] getActualTypeArguments() {
            return type.getActualTypeArguments();
        }

        @Override
        public Type getRawType() {
            return type.getRawType();
        }

        @Override
        public Type getOwnerType() {
            return Object.class;
        }
    }
}
