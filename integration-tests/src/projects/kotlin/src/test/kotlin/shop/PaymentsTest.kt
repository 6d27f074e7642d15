package shop

import dev.idem.spring.IdempotencyAutoConfiguration
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.Test
import org.springframework.beans.factory.annotation.Autowired
import org.springframework.boot.test.context.SpringBootTest

@SpringBootTest(
    properties = ["idem.store=local"],
    classes = [IdempotencyAutoConfiguration::class, Payments::class],
)
class PaymentsTest {

    @Autowired
    private lateinit var payments: Payments

    @Test
    fun `the same order is charged once, whatever its trace`() {
        val first = payments.charge(Order("1", 5), "a")
        assertThat(payments.charge(Order("1", 5), "b")).isEqualTo(first)
        assertThat(payments.charge(Order("1", 6), "b")).isNotEqualTo(first)
    }

    @Test
    fun `lists and null results come back`() {
        val orders = listOf(Order("2", 5, "express"))
        assertThat(payments.chargeAll(orders, listOf(Tag("x")))).isEqualTo(payments.chargeAll(orders, listOf(Tag("x"))))
        assertThat(payments.chargeAll(listOf(), listOf())).isNull()
    }
}
