package dev.idem.testing.shop;

/** Overrides an annotated method without annotating it anew. */
public class CardPayments extends Payments {

    @Override
    public String charge(String order) {
        return "card " + super.charge(order);
    }
}
