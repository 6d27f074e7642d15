package dev.idem.processor;

/**
 * One difference between two descriptors.
 *
 * @param breaking whether calls that were equal before get other keys now
 * @param text the difference in words
 */
record KeyChange(boolean breaking, String text) {

    @Override
    public String toString() {
        return (breaking ? "changed:  " : "harmless: ") + text;
    }
}
