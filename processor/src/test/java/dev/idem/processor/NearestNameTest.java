package dev.idem.processor;

import static com.google.common.truth.Truth.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The name that was probably meant. */
final class NearestNameTest {

    @ParameterizedTest
    @CsvSource({
        "ammount, amount",
        "amuont, amount",
        "id, it",
        "orderid, orderId",
    })
    void nameWithFewWrongLetters_isFound(String written, String meant) {
        assertThat(NearestName.of(written, List.of("customer", meant))).hasValue(meant);
    }

    @ParameterizedTest
    @CsvSource({
        "a, b",
        "a, bcd",
        "id, no",
        "amount, account2",
    })
    void otherName_isNotFound(String written, String other) {
        assertThat(NearestName.of(written, List.of(other))).isEmpty();
    }

    @Test
    void nearestOfSeveral_isTheFirstByName() {
        assertThat(NearestName.of("lines", List.of("linen", "lined", "line5x"))).hasValue("lined");
    }
}
