package shop

import dev.idem.IdempotentCall
import dev.idem.KeyIgnore
import org.springframework.stereotype.Service

data class Order(val id: String, val cents: Long, val note: String? = null)

/** Filled in after it has been made: every member is a `var` with a default. */
data class Receipt(var order: String = "", var cents: Long = 0, var number: Int = 0)

/** Not final, so that Java would see a list of it as one of whatever extends it. */
open class Tag(val name: String)

/** Open, with its functions, by the compiler plugin `spring`. */
@Service
class Payments {

    private var runs = 0

    @IdempotentCall(operation = "payments.charge", ttl = "7d")
    fun charge(order: Order, @KeyIgnore traceId: String): Receipt = Receipt(order.id, order.cents, ++runs)

    @IdempotentCall(operation = "payments.chargeAll")
    fun chargeAll(orders: List<Order>, tags: List<@JvmSuppressWildcards Tag>): Receipt? =
        orders.firstOrNull()?.let { Receipt(it.id, it.cents, ++runs) }
}
