package dev.winnow.ingest.arrival;

import java.util.concurrent.atomic.AtomicInteger;

/** A bound on how much is done at once. Never waits: there is room, or there is not. */
public final class Slots {

    private final int most;
    private final AtomicInteger taken = new AtomicInteger();

    public Slots(int most) {
        this.most = most;
    }

    /** Takes a slot, if one is free. */
    boolean enter() {
        if (taken.incrementAndGet() <= most) {
            return true;
        }
        taken.decrementAndGet();
        return false;
    }

    /** Gives a slot back. */
    void leave() {
        taken.decrementAndGet();
    }

    /** How many are taken now. */
    public int taken() {
        return taken.get();
    }
}
