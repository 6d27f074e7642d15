package dev.idem.it;

import dev.idem.KeyName;
import java.math.BigDecimal;
import java.util.Optional;

/** A result that is one of several. */
public sealed interface Payment {

    /** One by card. */
    @KeyName("card")
    record ByCard(String number, Optional<Payment> instead) implements Payment {}

    /** One of all kinds at once. */
    record Split(Payment left, Payment right) implements Payment {}

    /** One in money. */
    record InMoney(BigDecimal amount) implements Payment {}

    /** One that is none. */
    enum Waived implements Payment {
        GIFT,
        DEBT
    }
}
