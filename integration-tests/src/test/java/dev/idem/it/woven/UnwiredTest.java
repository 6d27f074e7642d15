package dev.idem.it.woven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.idem.intercept.aspectj.NotWiredException;
import dev.idem.it.ShopService;
import dev.idem.it.Work;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A woven class where nothing guards it. */
final class UnwiredTest {

    private static final String SWITCH = "idem.enabled";

    private final Work work = new Work();
    private final ShopService shop = new ShopService(work);

    @AfterEach
    void clear() {
        System.clearProperty(SWITCH);
    }

    @Test
    void call_isRefusedWithWhatToDo() {
        assertThatExceptionOfType(NotWiredException.class)
                .isThrownBy(() -> shop.stock("a"))
                .withMessageContaining("register dev.idem.junit.IdempotencyExtension")
                .withMessageContaining("idem.enabled=false");
        assertThat(work.runs()).isZero();
    }

    @Test
    void call_thatIsSwitchedOff_goesStraightThrough() {
        System.setProperty(SWITCH, "false");
        assertThat(shop.stock("a")).isEqualTo(1);
        assertThat(shop.stock("a")).isEqualTo(2);
    }

    @Test
    void switchThatIsOn_guards() {
        System.setProperty(SWITCH, "true");
        assertThatExceptionOfType(NotWiredException.class).isThrownBy(() -> shop.stock("a"));
    }
}
