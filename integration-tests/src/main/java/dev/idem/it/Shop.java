package dev.idem.it;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What callers see of the guarded service. */
public interface Shop {

    Receipt charge(String account, long cents);

    Receipt chargeChecked(String account) throws PaymentException, InterruptedException;

    int pay(String account) throws PaymentException;

    void ship(String order);

    int stock(String shelf);

    boolean open(String branch);

    @Nullable
    String nothing(String name);

    Optional<String> find(String name);

    Optional<String> findNone(String name);

    Optional<String> findAtLast(String name);

    List<Receipt> receipts(String account);

    String submit(Order order);

    String edit(Order order);

    String note(String text, Instant at);

    String brief(String text);

    String impatient(String text);

    String persistent(String text);

    String twice(String text);
}
