package dev.idem.it;

import java.util.function.Supplier;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Does what it is told inside a transaction, which an exception rolls back. */
public class Clerk {

    @Transactional
    public <T> T within(Supplier<T> work) {
        return work.get();
    }

    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public <T> T apart(Supplier<T> work) {
        return work.get();
    }

    @Transactional(propagation = Propagation.NESTED)
    public <T> T nested(Supplier<T> work) {
        return work.get();
    }
}
