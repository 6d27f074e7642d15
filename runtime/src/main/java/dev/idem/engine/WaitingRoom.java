package dev.idem.engine;

import java.util.concurrent.Semaphore;

/** Bounds how many threads of this process wait for others at the same time. */
final class WaitingRoom {

    private final int size;
    private final Semaphore places;

    WaitingRoom(int size) {
        this.size = size;
        this.places = new Semaphore(size);
    }

    int size() {
        return size;
    }

    /** Takes a place. False if there is none. */
    boolean enter() {
        return places.tryAcquire();
    }

    void leave() {
        places.release();
    }
}
