package dev.idem.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.idem.IdempotencyKeyException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The structure around values: order, separators, depth, and the paths in messages. */
final class CanonicalWriterTest {

    private static final String EMOJI = "\uD83D\uDE00";
    private static final String PRIVATE_USE = "\uE000";
    private static final String LAST_OF_THE_PLANE = "\uFFFF";
    private static final String BEFORE_SURROGATES = "\uD7FF";

    @Test
    void object_withMembers_isWrittenInTheGivenOrder() {
        String text = Canonical.text(out -> {
            out.beginObject();
            out.name("b");
            out.value(1);
            out.name("a");
            out.beginObject();
            out.endObject();
            out.endObject();
        });
        assertThat(text).isEqualTo("{\"b\":1,\"a\":{}}");
    }

    @Test
    void names_thatComeAgain_areWrittenAgain() {
        String text = Canonical.text(out -> {
            out.beginArray();
            for (int i = 0; i < 3; i++) {
                out.beginObject();
                out.name("id");
                out.value(i);
                out.name("é\"");
                out.value(-i);
                out.endObject();
            }
            out.endArray();
        });
        assertThat(text).isEqualTo("[{\"id\":0,\"é\\\"\":0},{\"id\":1,\"é\\\"\":-1},{\"id\":2,\"é\\\"\":-2}]");
    }

    @Test
    void raw_ofAnyLength_isWhole() {
        for (int length : new int[] {1, 255, 256, 257, 100_000}) {
            assertThat(Canonical.bytes(out -> out.raw(new byte[length]))).isEqualTo(new byte[length]);
        }
    }

    @Test
    void unknownSubtype_isNamedWithItsPath() {
        CanonicalWriter out = new CanonicalWriter();
        out.beginObject();
        out.name("shape");
        assertThat(out.unknownSubtype(new Object()))
                .hasMessage("shape: its class java.lang.Object was unknown when the key's code was compiled");
    }

    @Test
    void map_withKeysInAnyOrder_isSortedByUtf16CodeUnits() {
        List<String> keys =
                new ArrayList<>(List.of(PRIVATE_USE, EMOJI, LAST_OF_THE_PLANE, BEFORE_SURROGATES, "é", "a", "aa", ""));
        Collections.shuffle(keys, new Random(1));
        assertThat(Canonical.text(out -> writeMap(keys, out)))
                .isEqualTo(sorted(keys).stream()
                        .map(key -> '"' + key + "\":\"" + key + '"')
                        .collect(Collectors.joining(",", "{", "}")))
                .startsWith("{\"\":\"\",\"a\":\"a\",\"aa\":\"aa\",\"é\":\"é\",\"" + BEFORE_SURROGATES)
                .containsSubsequence(EMOJI, PRIVATE_USE, LAST_OF_THE_PLANE);
    }

    @Test
    void map_keyThatGoesOn_comesAfterTheKeyItself() {
        assertThat(Canonical.text(out -> writeMap(List.of("a!", "a"), out))).isEqualTo("{\"a\":\"a\",\"a!\":\"a!\"}");
    }

    @Test
    void set_withElementsInAnyOrder_isSortedByUtf16CodeUnitsOfTheTexts() {
        List<String> elements =
                List.of(PRIVATE_USE, EMOJI, LAST_OF_THE_PLANE, BEFORE_SURROGATES, "ab", "a!", "a", "", "\n", "\"");
        List<String> texts = elements.stream()
                .map(element -> Canonical.text(out -> out.value(element)))
                .toList();
        assertThat(Canonical.text(out -> writeSet(elements, out)))
                .isEqualTo('[' + String.join(",", sorted(texts)) + ']')
                .containsSubsequence(BEFORE_SURROGATES, EMOJI, PRIVATE_USE, LAST_OF_THE_PLANE);
    }

    @Test
    void set_ofSeededRandomTexts_isSortedLikeJavaStringsAndHoldsEachOnce() {
        Random random = new Random(8785);
        for (int i = 0; i < 2_000; i++) {
            List<String> elements = random.ints(random.nextInt(6), 0, Integer.MAX_VALUE)
                    .mapToObj(seed -> randomText(new Random(seed % 50)))
                    .toList();
            List<String> texts = elements.stream()
                    .map(element -> Canonical.text(out -> out.value(element)))
                    .toList();
            assertThat(Canonical.text(out -> writeSet(elements, out)))
                    .isEqualTo('[' + String.join(",", new TreeSet<>(texts)) + ']');
        }
    }

    @Test
    void set_ofEqualObjects_holdsOne() {
        String text = Canonical.text(out -> {
            out.beginSet();
            for (int i = 0; i < 3; i++) {
                writeMap(List.of("b", "a"), out);
                writeSet(List.of("y", "x", "y"), out);
            }
            out.endSet();
        });
        assertThat(text).isEqualTo("[[\"x\",\"y\"],{\"a\":\"a\",\"b\":\"b\"}]");
    }

    @Test
    void containers_empty_areWritten() {
        String text = Canonical.text(out -> {
            out.beginArray();
            writeMap(List.of(), out);
            writeSet(List.of(), out);
            out.beginArray();
            out.endArray();
            out.nullValue();
            out.endArray();
        });
        assertThat(text).isEqualTo("[{},[],[],null]");
    }

    @Test
    void map_withTwoKeysOfOneText_isRefusedAndNamed() {
        assertThatThrownBy(() -> Canonical.text(out -> {
                    out.beginObject();
                    out.name("labels");
                    writeMap(List.of("k", "other", "k"), out);
                }))
                .isInstanceOf(IdempotencyKeyException.class)
                .hasMessage("labels: two keys of the map have one text");
    }

    @Test
    void nesting_of64Levels_isWritten() {
        assertThat(Canonical.text(out -> nest(64, out))).isEqualTo("[".repeat(64) + "]".repeat(64));
    }

    @Test
    void nesting_of65Levels_isRefused() {
        assertThatThrownBy(() -> Canonical.text(out -> nest(65, out)))
                .isInstanceOf(IdempotencyKeyException.class)
                .hasMessageStartingWith("[0][0]")
                .hasMessageEndingWith(": nested deeper than 64 levels, perhaps in a cycle");
    }

    @Test
    void nesting_ofManySiblings_isNotDepth() {
        assertThat(Canonical.text(out -> {
                    out.beginArray();
                    for (int i = 0; i < 1_000; i++) {
                        nest(63, out);
                    }
                    out.endArray();
                }))
                .hasSize(2 + 1_000 * 126 + 999);
    }

    @Test
    void cycle_ofObjects_isRefusedWithItsPath() {
        assertThatThrownBy(() -> Canonical.text(out -> writeNode(Node.cycle(), out)))
                .isInstanceOf(IdempotencyKeyException.class)
                .hasMessageStartingWith("next.next.next.")
                .hasMessageContaining("perhaps in a cycle");
    }

    @Test
    void failure_inAnElement_namesItsPath() {
        assertThatThrownBy(() -> Canonical.text(out -> writeOrder(out, () -> out.value(Double.NaN))))
                .isInstanceOf(IdempotencyKeyException.class)
                .hasMessage("order.items[3].price: NaN and infinities have no canonical form");
    }

    @Test
    void failure_ofTheClass_namesTheElementThatWasNotBegun() {
        assertThatThrownBy(() -> Canonical.text(out -> {
                    out.beginArray();
                    out.exactly(1L, Integer.class);
                }))
                .isInstanceOf(IdempotencyKeyException.class)
                .hasMessage("[0]: its class is java.lang.Long, but only java.lang.Integer itself has a canonical form"
                        + " here");
    }

    @ParameterizedTest
    @ValueSource(strings = {"array", "set"})
    void failure_inEachKindOfElement_countsTheCompleteOnes(String kind) {
        for (Consumer<CanonicalWriter> bad : List.<Consumer<CanonicalWriter>>of(
                out -> out.value(Double.NaN), out -> out.value("\uD800"), out -> out.exactly("", List.class))) {
            assertThatThrownBy(() -> Canonical.text(out -> {
                        begin(kind, out);
                        out.value("");
                        writeMap(List.of("a"), out);
                        out.nullValue();
                        out.value(1);
                        bad.accept(out);
                    }))
                    .isInstanceOf(IdempotencyKeyException.class)
                    .hasMessageStartingWith("[4]: ");
        }
    }

    @Test
    void failure_inAMap_namesTheEntryButNotItsKey() {
        assertThatThrownBy(() -> Canonical.text(out -> {
                    out.beginObject();
                    out.name("byMail");
                    out.beginMap();
                    out.key("alice@example.org");
                    out.value(1);
                    out.key("bob@example.org");
                    out.value(Double.POSITIVE_INFINITY);
                }))
                .isInstanceOf(IdempotencyKeyException.class)
                .hasMessage("byMail[1]: NaN and infinities have no canonical form");
    }

    @Test
    void writer_resetAfterAFailure_writesAnotherTextFromTheOutermostLevel() {
        CanonicalWriter out = new CanonicalWriter();
        out.beginObject();
        out.name("a");
        out.beginSet();
        out.value(2);
        assertThatThrownBy(() -> out.value(Double.NaN)).hasMessageStartingWith("a[1]: ");
        out.reset();
        assertThatThrownBy(() -> out.value(Double.NaN)).hasMessageStartingWith("content: ");
        out.beginSet();
        out.value(1);
        out.endSet();
        assertThat(new String(out.toBytes(), StandardCharsets.UTF_8)).isEqualTo("[1]");
    }

    @Test
    void writer_resetAfterALongText_writesAnotherText() {
        CanonicalWriter out = new CanonicalWriter();
        out.value("x".repeat(100_000));
        out.reset();
        out.value("é");
        assertThat(new String(out.toBytes(), StandardCharsets.UTF_8)).isEqualTo("\"é\"");
    }

    @Test
    void names_ofOneHashOrWrittenOften_areEachWritten() {
        CanonicalWriter out = new CanonicalWriter();
        out.beginArray();
        for (String name : List.of("Aa", "BB", "Aa", new String("Aa"), "BB")) {
            out.beginObject();
            out.name(name);
            out.nullValue();
            out.endObject();
        }
        out.endArray();
        assertThat(new String(out.toBytes(), StandardCharsets.UTF_8))
                .isEqualTo("[{\"Aa\":null},{\"BB\":null},{\"Aa\":null},{\"Aa\":null},{\"BB\":null}]");
    }

    @Test
    void name_withALoneSurrogate_isRefused() {
        CanonicalWriter out = new CanonicalWriter();
        out.beginObject();
        assertThatThrownBy(() -> out.name("\uD800"))
                .isInstanceOf(IdempotencyKeyException.class)
                .hasMessageEndingWith("a lone surrogate has no UTF-8 form");
    }

    private static List<String> sorted(List<String> texts) {
        String[] sorted = texts.toArray(String[]::new);
        Arrays.sort(sorted);
        return List.of(sorted);
    }

    private static String randomText(Random random) {
        List<String> alphabet = List.of(EMOJI, PRIVATE_USE, LAST_OF_THE_PLANE, BEFORE_SURROGATES, "a", "!", "\"", "é");
        return random.ints(random.nextInt(4), 0, alphabet.size())
                .mapToObj(alphabet::get)
                .collect(Collectors.joining());
    }

    private static void writeMap(List<String> keys, CanonicalWriter out) {
        out.beginMap();
        for (String key : keys) {
            out.key(key);
            out.value(key);
        }
        out.endMap();
    }

    private static void writeSet(List<String> elements, CanonicalWriter out) {
        out.beginSet();
        elements.forEach(out::value);
        out.endSet();
    }

    private static void nest(int levels, CanonicalWriter out) {
        if (levels > 0) {
            out.beginArray();
            nest(levels - 1, out);
            out.endArray();
        }
    }

    private static void begin(String kind, CanonicalWriter out) {
        if (kind.equals("set")) {
            out.beginSet();
        } else {
            out.beginArray();
        }
    }

    private static void writeNode(@Nullable Node node, CanonicalWriter out) {
        out.beginObject();
        if (node != null) {
            out.name("next");
            writeNode(node.next, out);
        }
        out.endObject();
    }

    /** An order of four items, of which the last has the given price. */
    private static void writeOrder(CanonicalWriter out, Runnable lastPrice) {
        out.beginObject();
        out.name("id");
        out.value("A-1");
        out.name("order");
        out.beginObject();
        out.name("items");
        out.beginArray();
        for (int i = 0; i < 4; i++) {
            out.beginObject();
            out.name("name");
            out.value("pen");
            out.name("price");
            if (i < 3) {
                out.value(i);
            } else {
                lastPrice.run();
            }
            out.endObject();
        }
        out.endArray();
        out.endObject();
        out.endObject();
    }

    private static final class Node {

        private @Nullable Node next;

        static Node cycle() {
            Node node = new Node();
            node.next = node;
            return node;
        }
    }
}
