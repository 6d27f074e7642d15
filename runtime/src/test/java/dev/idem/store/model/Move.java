package dev.idem.store.model;

/** One step of the model. */
record Move(String name, int flight, World next) {

    @Override
    public String toString() {
        return (flight == Entry.NONE ? "" : "flight " + flight + ": ") + name;
    }
}
