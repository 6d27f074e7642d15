package dev.idem.it;

import dev.idem.IdempotentCall;

/** A superclass whose method is annotated. */
public class Desk {

    private final Work work;

    public Desk(Work work) {
        this.work = work;
    }

    @IdempotentCall(operation = "desk.file")
    public String file(String form) {
        return form + " #" + work.run();
    }
}
