package dev.idem.store;

import java.util.Arrays;

/** An encoded outcome, opaque to the store. Equal by content; its text never shows the content. */
public final class Payload {

    private final byte[] bytes;

    /**
     * Wraps the bytes without copying them.
     *
     * @param bytes not to be changed any more
     */
    public Payload(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The bytes themselves, not to be changed. */
    public byte[] bytes() {
        return bytes;
    }

    public int size() {
        return bytes.length;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Payload that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return bytes.length + " bytes";
    }
}
