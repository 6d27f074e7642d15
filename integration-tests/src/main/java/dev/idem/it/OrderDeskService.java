package dev.idem.it;

import dev.idem.IdempotentCall;
import dev.idem.PartialResultException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Methods that are guarded item by item; each result tells by its number in which run it was made. */
public class OrderDeskService implements OrderDesk {

    private final Work work;

    public OrderDeskService(Work work) {
        this.work = work;
    }

    /** Charges up to the first draft. */
    @Override
    @IdempotentCall(
            each = "orders",
            key = {"account", "orders.id"})
    public List<Receipt> chargeAll(String account, List<Order> orders) {
        int run = work.run();
        List<Receipt> receipts = new ArrayList<>();
        for (Order order : orders) {
            if (order.draft()) {
                throw new PartialResultException(receipts, new IllegalArgumentException("a draft"));
            }
            receipts.add(new Receipt(account, run, List.of(new Receipt.Line(order.id(), orders.size()))));
        }
        return receipts;
    }

    /** Finds what is no draft. */
    @Override
    @IdempotentCall(each = "orders", recordIf = "present")
    public Map<Order, Optional<String>> findAll(List<Order> orders) {
        int run = work.run();
        Map<Order, Optional<String>> found = new LinkedHashMap<>();
        orders.stream()
                .filter(order -> !order.draft())
                .forEach(order ->
                        found.put(order, Optional.ofNullable(order.comment()).map(text -> text + " #" + run)));
        return found;
    }
}
