package dev.idem.processor;

import static com.google.common.truth.Truth.assertThat;
import static dev.idem.processor.MethodUnderTest.method;

import org.junit.jupiter.api.Test;

/** What generated code writes, compared with the text that a reader of the key rules would write by hand. */
final class ContentTest {

    @Test
    void parameters_areSortedByName() {
        method("@IdempotentCall String charge(String orderId, BigDecimal amount) { return orderId; }")
                .called("\"A-1001\", new BigDecimal(\"19.990\")")
                .writes("{\"amount\":\"19.99\",\"orderId\":\"A-1001\"}");
    }

    @Test
    void recordParameterAndRecordResult_work() {
        MethodUnderTest charge = method("""
                        record Order(String id, int cents) {}
                        record Receipt(String id) {}
                        @IdempotentCall(operation = "payments.charge", ttl = "24h")
                        Receipt charge(Order order) { return new Receipt(order.id()); }
                        """).called("new Payments.Order(\"A-1\", 250)");
        charge.writes("{\"order\":{\"cents\":250,\"id\":\"A-1\"}}");
        assertThat(charge.operation().name()).isEqualTo("payments.charge");
        assertThat(charge.operation().resultType().toString()).isEqualTo("shop.Payments.Receipt");
    }
}
