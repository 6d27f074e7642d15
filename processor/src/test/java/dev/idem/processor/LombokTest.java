package dev.idem.processor;

import static com.google.common.truth.Truth.assertThat;
import static dev.idem.processor.Sources.source;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.idem.key.CanonicalWriter;
import java.util.ServiceLoader;
import javax.annotation.processing.Processor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Accessors that Lombok adds in the same compilation are seen, whichever processor runs first. */
final class LombokTest {

    private static final String PAYMENTS = """
            package shop;
            class Payments {
              @dev.idem.IdempotentCall String charge(Order order, Line line) { return ""; }
            }
            class Example {
              static Object[] arguments() {
                Order order = new Order();
                order.setXAxis(3);
                return new Object[] {order, Line.builder().sku("s").gift(true).build()};
              }
              private Example() {}
            }
            """;

    private static final String ORDER = """
            package shop;
            @lombok.Data
            class Order {
              private int xAxis;
              private Line line;
              private boolean open;
              @dev.idem.KeyIgnore private String traceId;
              @dev.idem.KeyName("cents") private long amount = 5;
            }
            """;

    private static final String LINE = """
            package shop;
            @lombok.Value
            @lombok.Builder
            class Line {
              String sku;
              boolean gift;
            }
            """;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void accessorsOfLombok_areSeenInBothOrders(boolean lombokFirst) {
        Sources sources =
                source("shop.Payments", PAYMENTS).and("shop.Order", ORDER).and("shop.Line", LINE);
        LoadedCalls calls = LoadedCalls.of(
                (lombokFirst ? sources.after(lombok()) : sources.before(lombok())).isAccepted(), "shop.Payments");
        CanonicalWriter out = new CanonicalWriter();
        calls.operation().content().write(calls.arguments(), out);
        assertThat(new String(out.toBytes(), UTF_8))
                .isEqualTo(
                        "{\"line\":{\"gift\":true,\"sku\":\"s\"},\"order\":{\"cents\":5,\"open\":false,\"xAxis\":3}}");
    }

    @Test
    void fieldWithoutAGetter_isStillRejectedOnce() {
        source("shop.Payments", """
                        package shop;
                        class Payments { @dev.idem.IdempotentCall String charge(Order order) { return ""; } }
                        """)
                .and("shop.Order", """
                        package shop;
                        @lombok.Setter class Order { private int cents; }
                        """)
                .after(lombok())
                .isRejected(
                        "HiddenState",
                        "Key 'order' has type Order with state that cannot be read: field 'cents' of Order would be"
                                + " missing from the key, and different calls would share one. Add an accessor"
                                + " 'getCents()', or annotate the field @KeyIgnore.",
                        "charge(");
    }

    private static Processor lombok() {
        return ServiceLoader.load(Processor.class).stream()
                .filter(provider -> provider.type().getName().startsWith("lombok."))
                .filter(provider -> provider.type().getSimpleName().equals("AnnotationProcessor"))
                .map(ServiceLoader.Provider::get)
                .findFirst()
                .orElseThrow();
    }
}
