package dev.idem.processor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How names of constants are made. */
class ConstantNameTest {

    @ParameterizedTest
    @CsvSource({
        "charge, CHARGE",
        "chargeAll, CHARGE_ALL",
        "URLOf, URLOF",
        "v2Beta, V2_BETA",
        "already_So, ALREADY_SO",
        "größe, GRÖSSE"
    })
    void name_hasItsWordsSeparated(String name, String constant) {
        assertThat(ConstantName.of(name)).isEqualTo(constant);
    }

    @ParameterizedTest
    @CsvSource({
        "maxTokens, MAX_TOKENS",
        "azAZ09, AZ_AZ09",
        "content-type, CONTENT_TYPE",
        "a  b, A_B",
        "'-x.y-', X_Y",
        "größe, GR_E",
        "名, ''"
    })
    void text_hasOnlyWhatCanBeInAName(String text, String constant) {
        assertThat(ConstantName.ofText(text)).isEqualTo(constant);
    }
}
