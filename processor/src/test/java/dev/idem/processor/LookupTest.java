package dev.idem.processor;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static dev.idem.processor.MethodUnderTest.method;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.idem.engine.Operation;
import dev.idem.key.CanonicalWriter;
import dev.idem.key.LookupKey;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The lookup keys of generated code: two calls match exactly when their contents are equal. */
final class LookupTest {

    private static final String TYPES = """
            enum Color { RED, GREEN }
            record Message(String role, String content) {}
            record Page<E>(List<E> items, OptionalInt next, Optional<Message> last) {}
            sealed interface Pet permits Dog, Cat, Toy, Bird {}
            record Dog(String name, @KeyIgnore String nick) implements Pet {}
            record Cat(@KeyName("n") String name) implements Pet {}
            enum Toy implements Pet { BALL, BONE }
            static sealed class Bird implements Pet permits Owl {
                private final int wings;
                Bird(int wings) { this.wings = wings; }
                int getWings() { return wings; }
            }
            static final class Owl extends Bird {
                Owl(int wings) { super(wings); }
            }
            static class Bean {
                private final List<Integer> counts;
                private final Message message;
                Bean(List<Integer> counts, Message message) { this.counts = counts; this.message = message; }
                public List<Integer> getCounts() { return counts; }
                public Message getMessage() { return message; }
            }
            static class MoreBean extends Bean {
                MoreBean() { super(List.of(), null); }
            }
            """;

    /** Each line: a parameter and the values that it takes, some of which have one content. */
    private static final String[][] PARAMETERS = {
        {"Pet pet", "null", "new Dog(\"a\", \"b\")", "new Dog(\"a\", \"c\")", "new Cat(\"a\")", "Toy.BALL", "Toy.BONE"},
        {"Pet bird", "new Bird(2)", "new Owl(2)", "new Bird(3)", "new Cat(null)", "new Dog(null, null)"},
        {
            "Bean bean",
            "null",
            "new Bean(null, null)",
            "new Bean(List.of(), null)",
            "new Bean(new LinkedList<>(List.of(1, 2)), null)",
            "new Bean(List.of(1, 2), null)",
            "new Bean(List.of(2, 1), new Message(null, null))"
        },
        {
            "Page<Message> page",
            "new Page<>(List.of(), OptionalInt.empty(), Optional.empty())",
            "new Page<>(null, null, null)",
            "new Page<>(List.of(), null, null)",
            "new Page<>(Arrays.asList(new Message(\"r\", null), null), OptionalInt.of(1), Optional.of(new Message(null, null)))",
            "new Page<>(Arrays.asList(null, new Message(\"r\", null)), OptionalInt.of(0), Optional.empty())"
        },
        {
            "List<Optional<Color>> colors",
            "null",
            "List.of()",
            "List.of(Optional.of(Color.RED), Optional.empty())",
            "Arrays.asList(Optional.of(Color.RED), null)",
            "List.of(Optional.empty(), Optional.of(Color.RED))"
        },
        {
            "String[] names",
            "new String[0]",
            "new String[] {null}",
            "new String[] {\"a\", \"b\"}",
            "new String[] {\"ab\"}"
        },
        {"int[][] grid", "null", "new int[][] {{1}, {2}}", "new int[][] {{1, 2}}", "new int[][] {{1}, null, {2}}"},
        {"double[] values", "new double[] {0.0}", "new double[] {-0.0}", "new double[] {1}", "new double[] {}"},
        {"List<List<Long>> nested", "List.of(List.of(1L), List.of())", "List.of(List.of(), List.of(1L))", "null"},
        {"byte[] raw", "new byte[] {1}", "new byte[] {2}", "new byte[100]", "new byte[101]"},
        {
            "BigDecimal amount",
            "new BigDecimal(\"1.0\")",
            "new BigDecimal(\"1.00\")",
            "new BigDecimal(\"1E+1\")",
            "BigDecimal.TEN"
        },
        {"double number", "0.0", "-0.0", "1.5", "Double.MIN_VALUE"},
        {"float small", "0.1f", "0.10000001f", "-0f", "0f"},
        {"char letter", "'a'", "'b'"},
        {"Boolean flag", "null", "true", "false"},
        {"DayOfWeek day", "DayOfWeek.MONDAY", "DayOfWeek.FRIDAY", "null"},
        {"ZoneOffset offset", "ZoneOffset.UTC", "ZoneOffset.MAX"},
        {"ZoneId zone", "ZoneOffset.UTC", "ZoneId.of(\"UTC\")", "ZoneId.of(\"Z\")"},
        {
            "Optional<Duration> time",
            "Optional.empty()",
            "null",
            "Optional.of(Duration.ZERO)",
            "Optional.of(Duration.ofDays(1))"
        },
        {"URI uri", "URI.create(\"http://A/b\")", "URI.create(\"http://a/b\")"},
        {"String hash", "\"x\".repeat(3000)", "\"x\".repeat(3001)", "\"leaves\"", "null"},
        {"Integer leaves", "null", "0", "1"},
        {"long copy", "0L", "Long.MAX_VALUE"}
    };

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void calls_match_exactlyIfTheirContentsAreEqual(long seed) {
        LoadedCalls calls = method(TYPES + "@IdempotentCall void call(" + parameters() + ") {}\n" + samples(seed))
                .called("Payments.samples()")
                .operations();
        assertMatchesContents(calls.operation(), (Object[][]) calls.arguments()[0]);
    }

    @Test
    void calls_withPathsAndAClientKey_matchExactlyIfTheseAreEqual() {
        LoadedCalls calls = method(TYPES + """
                        @IdempotentCall(key = {"bean.message.role", "bean.counts", "count"})
                        void call(@IdempotencyKey String key, Bean bean, int count, String other) {}
                        static Object[][] samples() {
                            Message message = new Message("a", "b");
                            return new Object[][] {
                                {"k", new Bean(List.of(1), message), 1, "x"},
                                {"k", new Bean(List.of(1), new Message("a", "c")), 1, "y"},
                                {"l", new Bean(List.of(1), message), 1, "x"},
                                {"k", new Bean(List.of(2), message), 1, "x"},
                                {"k", new Bean(null, null), 1, "x"},
                                {"k", null, 1, "x"},
                                {"k", new MoreBean(), 1, "x"},
                                {"k", new Bean(List.of(), new Message(null, "b")), 1, "x"},
                                {"k", new Bean(List.of(1), message), 2, "x"},
                            };
                        }
                        """).called("Payments.samples()").operations();
        assertMatchesContents(calls.operation(), (Object[][]) calls.arguments()[0]);
    }

    @Test
    void calls_withOneParameterAsContent_matchExactlyIfItIsEqual() {
        for (String parameter : new String[] {"String", "byte[]", "Message"}) {
            LoadedCalls calls = method(TYPES + """
                            @IdempotentCall void call(@KeyContent %s body) {}
                            static Object[][] samples() {
                                Object[][] samples = {{"a"}, {"b"}, {new String("a")}};
                                for (Object[] sample : samples) {
                                    String text = (String) sample[0];
                                    if ("%1$s".equals("byte[]")) { sample[0] = text.getBytes(); }
                                    if ("%1$s".equals("Message")) { sample[0] = new Message(text, null); }
                                }
                                return samples;
                            }
                            """.formatted(parameter))
                    .called("Payments.samples()")
                    .operations();
            assertMatchesContents(calls.operation(), (Object[][]) calls.arguments()[0]);
        }
    }

    @Test
    void value_ofASubclass_matchesNothing() {
        LoadedCalls calls = method(TYPES + """
                        @IdempotentCall void call(Bean bean) {}
                        static Object[][] samples() {
                            return new Object[][] {{new Bean(List.of(), null)}, {new MoreBean()}};
                        }
                        """).called("Payments.samples()").operations();
        Object[][] samples = (Object[][]) calls.arguments()[0];
        LookupKey lookup = Objects.requireNonNull(calls.operation().lookup());
        assertThat(lookup.hash(samples[1])).isEqualTo(lookup.hash(samples[0]));
        assertThat(lookup.matches(samples[1], lookup.copy(samples[0]))).isFalse();
    }

    @Test
    void copy_doesNotChangeWithTheArguments() {
        LoadedCalls calls = method("""
                        @IdempotentCall void call(List<String> names, byte[] raw, int[] counts) {}
                        static Object[][] samples() {
                            return new Object[][] {
                                {new ArrayList<>(List.of("a")), new byte[] {1}, new int[] {1}},
                                {List.of("a"), new byte[] {1}, new int[] {1}},
                            };
                        }
                        static void change(Object[] call) {
                            ((List<?>) call[0]).clear();
                            ((byte[]) call[1])[0] = 2;
                            ((int[]) call[2])[0] = 2;
                        }
                        """)
                .called("Payments.samples(), (java.util.function.Consumer<Object[]>) Payments::change")
                .operations();
        Object[][] samples = (Object[][]) calls.arguments()[0];
        @SuppressWarnings("unchecked") // as the source says
        java.util.function.Consumer<Object[]> change = (java.util.function.Consumer<Object[]>) calls.arguments()[1];
        LookupKey lookup = Objects.requireNonNull(calls.operation().lookup());
        Object copy = lookup.copy(samples[0]);
        change.accept(samples[0]);
        assertThat(lookup.matches(samples[0], copy)).isFalse();
        assertThat(lookup.matches(samples[1], copy)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "void call(Map<String, String> settings)",
                "void call(Set<String> tags)",
                "void call(List<Set<String>> tags)",
                "void call(Tree tree)",
                "void call(Optional<Tree> tree)",
                "java.util.concurrent.CompletionStage<String> call(String order)",
                "@IdempotentCall(each = \"orders\") List<String> call(List<String> orders)",
                "@IdempotentCall(joinsTransaction = true) void call(String order)"
            })
    void operation_withoutAFixedTreeOfLeavesOrAPlainAnswer_hasNone(String signature) {
        String annotated = signature.startsWith("@") ? signature : "@IdempotentCall " + signature;
        Operation operation = method("record Tree(String value, List<Tree> children) {}\n" + annotated
                        + (signature.contains("void ") ? " {}" : " { return null; }"))
                .operation();
        assertThat(operation.lookup()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "String",
                "int",
                "Long",
                "BigDecimal",
                "Color",
                "Instant",
                "List<String>",
                "Optional<Reply>",
                "Reply",
                "Map<String, List<Reply>>",
                "Set<Color>",
                "Shape",
                "Page<Reply>",
                "Node"
            })
    void result_thatNobodyCanChange_isShared(String type) {
        assertThat(returning(type).isResultImmutable()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"byte[]", "Bean", "List<Bean>", "Holder", "Page<Bean>", "Page<int[]>", "Plane", "Box"})
    void result_thatACallerCanChange_isNotShared(String type) {
        assertThat(returning(type).isResultImmutable()).isFalse();
    }

    private static Operation returning(String type) {
        return method("""
                        enum Color { RED }
                        record Reply(String text, List<Color> colors, Optional<Integer> count) {}
                        record Page<E>(List<E> items) {}
                        record Node(String value, List<Node> children) {}
                        sealed interface Shape permits Circle, Square {}
                        record Circle(int radius) implements Shape {}
                        enum Square implements Shape { UNIT }
                        sealed interface Plane permits Flat, Round {}
                        record Flat(int side) implements Plane {}
                        record Round(byte[] points) implements Plane {}
                        static class Bean { int value; public int getValue() { return value; } }
                        static sealed class Box permits Crate { int size; public int getSize() { return size; } }
                        static final class Crate extends Box {}
                        record Holder(Bean bean) {}
                        @IdempotentCall %s call(String order) { throw new IllegalStateException(); }
                        """.formatted(type)).operation();
    }

    private static String parameters() {
        StringBuilder text = new StringBuilder();
        for (String[] parameter : PARAMETERS) {
            text.append(text.isEmpty() ? "" : ", ").append(parameter[0]);
        }
        return text.toString();
    }

    /** Calls of which many differ in one argument alone. */
    private static String samples(long seed) {
        StringBuilder text = new StringBuilder("static Object[][] samples() {\nObject[][] values = {\n");
        for (String[] parameter : PARAMETERS) {
            text.append("new Object[] {");
            for (int i = 1; i < parameter.length; i++) {
                text.append(i == 1 ? "" : ", ").append(parameter[i]);
            }
            text.append("},\n");
        }
        return text + """
                };
                Random random = new Random(%dL);
                Object[][] samples = new Object[60][values.length];
                for (int i = 0; i < samples.length; i++) {
                    Object[] sample = i == 0 ? samples[0] : samples[random.nextInt(i)].clone();
                    for (int place = 0; place < values.length; place++) {
                        if (i == 0) { sample[place] = values[place][random.nextInt(values[place].length)]; }
                    }
                    int place = random.nextInt(values.length);
                    sample[place] = values[place][random.nextInt(values[place].length)];
                    samples[i] = sample;
                }
                return samples;
                }
                """.formatted(seed);
    }

    private static void assertMatchesContents(Operation operation, Object[][] calls) {
        LookupKey lookup = Objects.requireNonNull(operation.lookup());
        int equal = 0;
        for (Object[] left : calls) {
            for (Object[] right : calls) {
                boolean same = content(operation, left).equals(content(operation, right));
                assertWithMessage("%s and %s", content(operation, left), content(operation, right))
                        .that(lookup.matches(left, lookup.copy(right)))
                        .isEqualTo(same);
                if (same) {
                    assertThat(lookup.hash(left)).isEqualTo(lookup.hash(right));
                    equal++;
                }
            }
        }
        assertThat(equal).isGreaterThan(calls.length);
        assertThat(equal).isLessThan(calls.length * calls.length);
    }

    private static String content(Operation operation, Object[] arguments) {
        CanonicalWriter out = new CanonicalWriter();
        operation.content().write(arguments, out);
        String key = operation.clientKey() == null
                ? ""
                : Objects.requireNonNull(operation.clientKey()).read(arguments);
        return key + new String(out.toBytes(), UTF_8);
    }
}
