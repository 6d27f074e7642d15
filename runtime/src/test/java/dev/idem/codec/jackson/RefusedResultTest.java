package dev.idem.codec.jackson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.idem.codec.ResultCodecException;
import dev.idem.codec.ResultType;
import dev.idem.codec.jackson.Shapes.Box;
import dev.idem.codec.jackson.Shapes.Money;
import dev.idem.codec.jackson.Shapes.Node;
import dev.idem.codec.jackson.Shapes.SpecialNode;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Results that would not come back as they went are refused when they are written, not when they are needed. */
final class RefusedResultTest {

    private static final ResultType STRING = ResultType.of(String.class);

    private final JacksonResultCodec codec = new JacksonResultCodec();

    @ParameterizedTest(name = "{0}")
    @MethodSource("types")
    void type_thatJsonDoesNotBringBack_isRefusedBothWays(ResultType type, String culprit) {
        assertRefused(() -> codec.encode(new Object(), type), type, "it holds " + culprit);
        assertRefused(() -> codec.decode("{}".getBytes(StandardCharsets.UTF_8), type), type, "it holds " + culprit);
    }

    static Stream<Arguments> types() {
        return Stream.of(
                Arguments.of(ResultType.of(Object.class), "java.lang.Object"),
                Arguments.of(ResultType.of(void.class), "void"),
                Arguments.of(ResultType.of(List.class), "java.lang.Object"),
                Arguments.of(ResultType.of(Map.class, STRING, ResultType.of(Object.class)), "java.lang.Object"),
                Arguments.of(ResultType.of(Map.class, ResultType.of(Money.class), STRING), "a map with keys of"),
                Arguments.of(ResultType.of(Map.class, ResultType.of(Double.class), STRING), "a map with keys of"),
                Arguments.of(ResultType.of(Collection.class, STRING), "java.util.Collection"),
                Arguments.of(ResultType.of(SortedMap.class, STRING, STRING), "java.util.SortedMap"),
                Arguments.of(ResultType.of(Pattern.class), "java.util.regex.Pattern"),
                Arguments.of(ResultType.of(AtomicInteger.class), "java.util.concurrent.atomic.AtomicInteger"),
                Arguments.of(ResultType.of(Timestamp.class), "java.sql.Timestamp"),
                Arguments.of(ResultType.of(Number.class), "java.lang.Number"),
                Arguments.of(ResultType.of(Box.class, ResultType.of(Object[].class)), "java.lang.Object"),
                Arguments.of(ResultType.of(Shape.class), Shape.class.getTypeName()),
                Arguments.of(ResultType.of(AbstractThing.class), AbstractThing.class.getTypeName()),
                Arguments.of(
                        ResultType.of(NeedsArguments.class),
                        NeedsArguments.class.getTypeName() + ", which has no constructor without arguments"),
                Arguments.of(ResultType.of(Stateless.class), Stateless.class.getTypeName() + ", which has no fields"),
                Arguments.of(
                        ResultType.of(Hiding.class), Hiding.class.getTypeName() + ", which has two fields of one name"),
                Arguments.of(
                        ResultType.of(Forgetful.class),
                        Forgetful.class.getTypeName() + ", which has a transient field"),
                Arguments.of(ResultType.of(HoldsHidden.class), "java.lang.Thread"),
                Arguments.of(ResultType.of(List.class, ResultType.of(HoldsHidden.class)), "java.lang.Thread"));
    }

    @Test
    void subclass_ofTheDeclaredClass_isRefused() {
        assertNotWritten(new SpecialNode(), ResultType.of(Node.class));
        assertNotWritten(List.of(new SpecialNode()), ResultType.of(List.class, ResultType.of(Node.class)));
        assertNotWritten(Map.of("k", new SpecialNode()), ResultType.of(Map.class, STRING, ResultType.of(Node.class)));
        assertNotWritten(new Node[] {new SpecialNode()}, ResultType.of(Node[].class));
        assertNotWritten(new Box<>(new SpecialNode()), ResultType.of(Box.class, ResultType.of(Node.class)));
        assertNotWritten(new Node(1, new SpecialNode()), ResultType.of(Node.class));
        assertNotWritten(List.of(new Timestamp(1)), ResultType.of(List.class, ResultType.of(Date.class)));
    }

    @Test
    void value_ofAnotherClassThanDeclared_isRefused() {
        assertNotWritten("a", ResultType.of(Integer.class));
        assertNotWritten(1, ResultType.of(long.class));
        assertNotWritten(1, STRING);
        assertNotWritten(List.of(1), ResultType.of(List.class, ResultType.of(Instant.class)));
        assertNotWritten(List.of("a"), ResultType.of(Set.class, STRING));
        assertNotWritten(new Box<>(1), ResultType.of(Box.class, ResultType.of(Money.class)));
    }

    @Test
    void value_withoutExactText_isRefused() {
        assertNotWritten(noExactTag(), ResultType.of(Locale.class));
    }

    /** The language tag of a locale drops what is not well-formed. */
    private static Locale noExactTag() {
        return Stream.of(Locale.getAvailableLocales())
                .filter(locale -> !Locale.forLanguageTag(locale.toLanguageTag()).equals(locale))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void map_withANullKey_isRefused() {
        Map<@Nullable String, String> map = new HashMap<>();
        map.put(null, "secret");
        assertNotWritten(map, ResultType.of(Map.class, STRING, STRING));
    }

    @Test
    void map_withALoneSurrogateInAKey_isRefused() {
        ResultType type = ResultType.of(Map.class, STRING, STRING);
        assertNotWritten(Map.of("\uD83D", ""), type);
        assertNotWritten(Map.of("a\uDE00\uD83D", ""), type);
        assertNotWritten(List.of(new HashMap<>(Map.of("\uDE00", ""))), ResultType.of(List.class, type));
    }

    @Test
    void cycle_ofObjects_isRefused() {
        Node node = new Node(1, null);
        node.next(node);
        assertNotWritten(node, ResultType.of(Node.class));
        Node other = new Node(1, node);
        node.next(other);
        assertNotWritten(node, ResultType.of(Node.class));
    }

    @Test
    void annotations_ofTheLibrary_changeNothing() {
        ResultType type = ResultType.of(Annotated.class);
        byte[] json = codec.encode(new Annotated("a", "b"), type);
        assertThat(new String(json, StandardCharsets.UTF_8)).isEqualTo("{\"hidden\":\"a\",\"renamed\":\"b\"}");
        assertThat(codec.decode(json, type)).isEqualTo(new Annotated("a", "b"));
    }

    private void assertNotWritten(Object value, ResultType type) {
        assertRefused(() -> codec.encode(value, type), type, "cannot be written");
    }

    private static void assertRefused(ThrowingCallable call, ResultType type, String text) {
        assertThatThrownBy(call)
                .isInstanceOf(ResultCodecException.class)
                .hasMessageContaining(type.toString())
                .hasMessageContaining(text)
                .hasMessageNotContaining("secret")
                .hasNoCause();
    }

    interface Shape {}

    abstract static class AbstractThing {

        int size;
    }

    static final class NeedsArguments {

        final int size;

        NeedsArguments(int size) {
            this.size = size;
        }
    }

    static final class Stateless {}

    static class Hidden {

        int size;
    }

    @SuppressWarnings("HidingField") // the point of the test
    static final class Hiding extends Hidden {

        String size = "";
    }

    static final class Forgetful {

        int size;
        transient int cache;
    }

    record HoldsHidden(List<Thread> threads, BigDecimal amount, URI link) {}

    record Annotated(
            @JsonIgnore String hidden,
            @JsonProperty("other") String renamed) {}
}
