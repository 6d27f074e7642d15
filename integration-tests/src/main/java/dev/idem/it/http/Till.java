package dev.idem.it.http;

import dev.idem.it.Work;
import java.net.URI;
import org.springframework.http.ResponseEntity;

/** What the controllers of both stacks do. */
public final class Till {

    private final Work work;

    public Till(Work work) {
        this.work = work;
    }

    Charged charge(Charge charge) {
        int run = work.run();
        if (charge.cents() < 0) {
            throw new DeclinedException("declined in run " + run);
        }
        return new Charged(charge.account(), charge.cents(), run);
    }

    /** With headers that are for everybody, and some that are for the first client alone. */
    ResponseEntity<Charged> created(Charge charge) {
        Charged charged = charge(charge);
        return ResponseEntity.created(URI.create("/charges/" + charged.run()))
                .header("Set-Cookie", "session=secret")
                .header("X-Trace", "of this exchange")
                .body(charged);
    }
}
