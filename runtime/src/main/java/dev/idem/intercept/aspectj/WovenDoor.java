package dev.idem.intercept.aspectj;

import dev.idem.engine.Idempotency;
import dev.idem.intercept.Corridor;
import dev.idem.intercept.OperationSource;
import org.aspectj.lang.Aspects;

/** Guards woven code where no framework does. */
public final class WovenDoor {

    private WovenDoor() {}

    /**
     * Leads the calls of all woven methods to this object, until the wiring is closed. Of several open doors the latest
     * counts.
     */
    public static IdempotentCallAspect.Wiring open(Idempotency idempotency) {
        Corridor corridor = new Corridor(idempotency::engine, new OperationSource());
        return Aspects.aspectOf(IdempotentCallAspect.class).wire(corridor);
    }
}
