package dev.idem.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.idem.IdempotencyKeyException;
import java.math.BigInteger;
import java.sql.Timestamp;
import java.util.Date;
import org.junit.jupiter.api.Test;

@SuppressWarnings("JavaUtilDate") // users still pass it
final class MapKeyTest {

    @Test
    void text_ofAKey_isThatOfItsValueWithoutQuotes() {
        assertThat(MapKey.text(new BigInteger("-12345678901234567890"))).isEqualTo("-12345678901234567890");
        assertThat(MapKey.text(new Date(1))).isEqualTo("1970-01-01T00:00:00.001Z");
    }

    @Test
    void text_ofNull_isNone() {
        assertThat(MapKey.text((BigInteger) null)).isNull();
        assertThat(MapKey.text((Date) null)).isNull();
    }

    @Test
    void text_ofASubclass_isRefused() {
        assertThatThrownBy(() -> MapKey.text(new Timestamp(1)))
                .isInstanceOf(IdempotencyKeyException.class)
                .hasMessage("a map key of class java.sql.Timestamp has no canonical form where java.util.Date is"
                        + " declared");
    }
}
