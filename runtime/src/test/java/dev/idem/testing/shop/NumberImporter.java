package dev.idem.testing.shop;

/** Implements a generic method through a generic superclass, beside an overload that is not annotated. */
public class NumberImporter extends CountingImporter<Integer> implements Importer<Integer> {

    public String run(String source) {
        return source;
    }
}
