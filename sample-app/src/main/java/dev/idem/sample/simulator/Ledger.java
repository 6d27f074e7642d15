package dev.idem.sample.simulator;

/** Keeps the bill. Thread-safe. */
final class Ledger {

    private Bill bill = Bill.NONE;

    synchronized Bill bill() {
        return bill;
    }

    synchronized void addCall() {
        bill = bill.plus(new Bill(1, 0, 0, 0));
    }

    /** Charges for a call's work and gives the work's number. */
    synchronized long addWork(long inputTokens, long outputTokens) {
        bill = bill.plus(new Bill(0, 1, inputTokens, outputTokens));
        return bill.billedCalls();
    }
}
