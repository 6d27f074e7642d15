package dev.idem.codec.jackson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.idem.codec.ResultCodecException;
import dev.idem.codec.ResultType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A sealed type's values come back as the subtype that they were, by the names that the result type gives. */
final class SealedResultTest {

    private static final Map<String, Class<?>> NAMES = Map.of(
            "card", Card.class, "Cash", Cash.class, "Nothing", Nothing.class, "Coin", Coin.class, "Split", Split.class);
    private static final ResultType PAY = ResultType.of(Pay.class).withSubtypes(Pay.class, NAMES);

    private final JacksonResultCodec codec = new JacksonResultCodec();

    @Test
    void value_ofEachSubtype_comesBackEqual() {
        for (Pay value : List.of(
                new Card("4", Optional.of("x")),
                new Cash(5),
                new Nothing(),
                Coin.CENT,
                Coin.EURO,
                new Split(new Card("", Optional.empty()), new Split(new Nothing(), Coin.EURO)))) {
            assertComesBack(value, PAY);
        }
    }

    @Test
    void value_insideOthers_comesBackEqual() {
        Pay cash = new Cash(1);
        assertComesBack(Arrays.asList(cash, null, Coin.CENT), ResultType.of(List.class, PAY));
        assertComesBack(Optional.of(cash), ResultType.of(Optional.class, PAY));
        assertComesBack(Map.of("k", cash), ResultType.of(Map.class, ResultType.of(String.class), PAY));
        assertComesBack(
                new Purse(cash, new Card("4", Optional.empty()), null),
                ResultType.of(Purse.class).withSubtypes(Pay.class, NAMES));
        Pay[] all = {cash, new Nothing()};
        assertThat((Pay[]) roundTrip(all, ResultType.of(Pay[].class).withSubtypes(Pay.class, NAMES)))
                .isEqualTo(all);
    }

    @Test
    void value_ofAGenericSubtype_comesBackWithItsArgument() {
        ResultType answer = ResultType.of(Answer.class, ResultType.of(Cash.class))
                .withSubtypes(Answer.class, Map.of("Good", Good.class, "Bad", Bad.class));
        assertComesBack(new Good<>(new Cash(1)), answer);
        assertComesBack(new Bad<>("no"), answer);
    }

    @Test
    void value_ofASubtypeOfOtherArguments_comesBackWhereItCanBe() {
        ResultType numbers = ResultType.of(Typed.class, ResultType.of(Integer.class))
                .withSubtypes(Typed.class, Map.of("Number", Numbered.class, "Texts", Texts.class));
        assertComesBack(new Numbered(1), numbers);
    }

    @Test
    void value_ofASealedClassItself_comesBackBesideItsSubclasses() {
        ResultType type = ResultType.of(List.class, ResultType.of(Animal.class))
                .withSubtypes(Animal.class, Map.of("Animal", Animal.class, "Dog", Dog.class));
        List<?> back = (List<?>) roundTrip(new ArrayList<>(List.of(new Animal("a"), new Dog("d", 3))), type);
        assertThat(back).hasToString("[Animal a, Dog d 3]");
        assertThat(back.get(0)).isExactlyInstanceOf(Animal.class);
        assertThat(back.get(1)).isExactlyInstanceOf(Dog.class);
    }

    @Test
    void data_beginsWithTheName() {
        assertThat(json(new Card("4", Optional.empty()), PAY))
                .isEqualTo("{\"@type\":\"card\",\"number\":\"4\",\"brand\":[]}");
        assertThat(json(Coin.CENT, PAY)).isEqualTo("{\"@type\":\"Coin\",\"@value\":\"CENT\"}");
        assertThat(json(new Nothing(), PAY)).isEqualTo("{\"@type\":\"Nothing\"}");
    }

    @Test
    void subtype_asTheDeclaredTypeItself_hasNoName() {
        assertThat(json(new Cash(5), ResultType.of(Cash.class))).isEqualTo("{\"cents\":5}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "null",
                "[]",
                "\"Cash\"",
                "{\"cents\":5}",
                "{\"cents\":5,\"@type\":\"Cash\"}",
                "{\"@type\":\"secret\",\"cents\":5}",
                "{\"@type\":\"dev.idem.codec.jackson.SealedResultTest$Cash\",\"cents\":5}",
                "{\"@type\":\"Card\",\"number\":\"4\",\"brand\":[]}",
                "{\"type\":\"Cash\",\"cents\":5}",
                "{\"@type\":null,\"cents\":5}",
                "{\"@type\":1,\"cents\":5}",
                "{\"@type\":[\"Cash\"],\"cents\":5}",
                "{\"@type\":\"Cash\"}",
                "{\"@type\":\"Cash\",\"cents\":5,\"more\":1}",
                "{\"@type\":\"Cash\",\"@type\":\"Cash\",\"cents\":5}",
                "{\"@type\":\"Cash\",\"@value\":{\"cents\":5}}",
                "{\"@type\":\"Nothing\",\"cents\":5}",
                "{\"@type\":\"Coin\"}",
                "{\"@type\":\"Coin\",\"@value\":\"DIME\"}",
                "{\"@type\":\"Coin\",\"@value\":0}",
                "{\"@type\":\"Coin\",\"value\":\"CENT\"}",
                "{\"@type\":\"Coin\",\"@value\":\"CENT\",\"more\":1}",
            })
    void bytes_withoutTheNameOfASubtype_areRefused(String json) {
        assertThatExceptionOfType(ResultCodecException.class)
                .isThrownBy(() -> codec.decode(json.getBytes(StandardCharsets.UTF_8), PAY))
                .withMessageContaining("not a value of type " + PAY)
                .withMessageNotContaining("secret")
                .withNoCause();
    }

    @Test
    void subtype_addedLater_leavesOldRecordsReadable() {
        ResultType before = ResultType.of(Pay.class).withSubtypes(Pay.class, Map.of("Cash", Cash.class));
        byte[] old = codec.encode(new Cash(5), before);
        assertThat(codec.decode(old, PAY)).isEqualTo(new Cash(5));
        assertThat(before).hasToString(PAY.toString());
    }

    @Test
    void subtype_withoutAName_isNotWritten() {
        ResultType cashOnly = ResultType.of(Pay.class).withSubtypes(Pay.class, Map.of("Cash", Cash.class));
        assertThatExceptionOfType(ResultCodecException.class)
                .isThrownBy(() -> codec.encode(new Card("secret", Optional.empty()), cashOnly))
                .withMessageContaining("cannot be written")
                .withMessageNotContaining("secret");
    }

    @Test
    void subtypesThatNobodyNamed_areRefused() {
        assertThatExceptionOfType(ResultCodecException.class)
                .isThrownBy(() -> codec.encode(new Cash(5), ResultType.of(Pay.class)))
                .withMessageContaining("a sealed type whose subtypes have no names");
    }

    @Test
    void subtypeThatJsonDoesNotBringBack_isRefused() {
        ResultType type = ResultType.of(Odd.class).withSubtypes(Odd.class, Map.of("Running", Running.class));
        assertThatExceptionOfType(ResultCodecException.class)
                .isThrownBy(() -> codec.encode(new Running(Thread.currentThread()), type))
                .withMessageContaining("java.lang.Thread");
    }

    @Test
    void codec_usedWithTwoSetsOfNames_keepsThemApart() {
        ResultType other = ResultType.of(Pay.class).withSubtypes(Pay.class, Map.of("money", Cash.class));
        assertThat(json(new Cash(5), PAY)).isEqualTo("{\"@type\":\"Cash\",\"cents\":5}");
        assertThat(json(new Cash(5), other)).isEqualTo("{\"@type\":\"money\",\"cents\":5}");
    }

    private String json(Object value, ResultType type) {
        return new String(codec.encode(value, type), StandardCharsets.UTF_8);
    }

    private Object roundTrip(Object value, ResultType type) {
        return codec.decode(codec.encode(value, type), type);
    }

    private void assertComesBack(Object value, ResultType type) {
        assertThat(roundTrip(value, type)).isEqualTo(value).hasSameHashCodeAs(value);
    }

    sealed interface Pay permits Card, Cash, Nothing, Coin, Split {}

    record Card(String number, Optional<String> brand) implements Pay {}

    record Cash(int cents) implements Pay {}

    record Nothing() implements Pay {}

    enum Coin implements Pay {
        CENT,
        EURO {
            @Override
            public String toString() {
                return "a constant with a body";
            }
        }
    }

    record Split(Pay left, Pay right) implements Pay {}

    record Purse(Pay any, Card card, @Nullable Pay none) {}

    sealed interface Answer<T> permits Good, Bad {}

    record Good<T>(T value) implements Answer<T> {}

    record Bad<T>(String reason) implements Answer<T> {}

    sealed interface Typed<T> permits Numbered, Texts {}

    record Numbered(int number) implements Typed<Integer> {}

    record Texts<T>(T one) implements Typed<List<T>> {}

    sealed interface Odd permits Running {}

    record Running(Thread thread) implements Odd {}

    static sealed class Animal permits Dog {

        private String name = "";

        Animal() {}

        Animal(String name) {
            this.name = name;
        }

        @Override
        public String toString() {
            return "Animal " + Objects.requireNonNull(name);
        }
    }

    static final class Dog extends Animal {

        private int age;
        private String called = "";

        private Dog() {}

        Dog(String called, int age) {
            this.called = called;
            this.age = age;
        }

        @Override
        public String toString() {
            return "Dog " + called + " " + age;
        }
    }
}
