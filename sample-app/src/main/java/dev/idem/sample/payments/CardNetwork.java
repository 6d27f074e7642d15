package dev.idem.sample.payments;

import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/** Stands for the bank: declines one test card, charges all others, and counts how often it is asked. */
@Component
class CardNetwork {

    static final String DECLINED_CARD = "4000000000000002";

    private final AtomicInteger requests = new AtomicInteger();

    Receipt charge(Payment payment) {
        int number = requests.incrementAndGet();
        if (payment.card().equals(DECLINED_CARD)) {
            throw new CardDeclinedException("The card was declined (request " + number + ").");
        }
        return new Receipt("receipt-" + number, payment.cents());
    }

    int requests() {
        return requests.get();
    }
}
