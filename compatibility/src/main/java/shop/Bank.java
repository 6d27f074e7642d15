package shop;

import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/** Counts what really happens. */
@Component
public class Bank {

    private final AtomicInteger payments = new AtomicInteger();

    /** The number of this payment, from 1 on. */
    int pay() {
        return payments.incrementAndGet();
    }

    public int payments() {
        return payments.get();
    }
}
