package dev.idem.it;

/** Implements an annotated interface method. */
public class MarketQuotes implements Quotes {

    private final Work work;

    public MarketQuotes(Work work) {
        this.work = work;
    }

    @Override
    public String quote(String symbol) {
        return symbol + " #" + work.run();
    }
}
