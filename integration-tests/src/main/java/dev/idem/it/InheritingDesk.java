package dev.idem.it;

/** Inherits an annotated method as it is. */
public class InheritingDesk extends Desk {

    public InheritingDesk(Work work) {
        super(work);
    }
}
