package dev.idem.it;

/** Overrides an annotated method without annotating it anew. */
public class OverridingDesk extends Desk {

    private final Work work;

    public OverridingDesk(Work work) {
        super(work);
        this.work = work;
    }

    @Override
    public String file(String form) {
        return "over " + form + " #" + work.run();
    }
}
