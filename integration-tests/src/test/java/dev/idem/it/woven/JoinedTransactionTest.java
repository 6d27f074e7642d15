package dev.idem.it.woven;

import dev.idem.it.Application;
import dev.idem.it.Bank;
import dev.idem.it.JoinedTransactionContract;

/** Calls of woven code that join transactions. */
final class JoinedTransactionTest extends JoinedTransactionContract {

    @Override
    protected Application openBank() {
        return Bank.open("idem.mode=aspectj");
    }
}
