package dev.idem.it;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What callers see of a service that takes many orders at once. */
public interface OrderDesk {

    List<Receipt> chargeAll(String account, List<Order> orders);

    Map<Order, Optional<String>> findAll(List<Order> orders);
}
