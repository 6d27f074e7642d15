package dev.idem.it.proxy;

import dev.idem.it.Application;
import dev.idem.it.Bank;
import dev.idem.it.JoinedTransactionContract;

/** Calls through a Spring proxy that join transactions. */
final class JoinedTransactionTest extends JoinedTransactionContract {

    @Override
    protected Application openBank() {
        return Bank.open("idem.mode=proxy");
    }
}
