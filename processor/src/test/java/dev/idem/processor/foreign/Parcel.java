package dev.idem.processor.foreign;

import java.util.List;
import java.util.Map;

/** A value from another artifact, as far as a compilation in these tests can tell. */
public final class Parcel extends Labelled<String> {

    private static final int LIMIT = 3;

    private final Map.Entry<String, Integer> stamp = Map.entry("a", 1);
    private final List<Box>[] boxes = null;
    private final int[][] sizes = {{LIMIT}};
    private final transient int cache = 1;

    @dev.idem.KeyIgnore
    public Map.Entry<String, Integer> getStamp() {
        return stamp;
    }

    public List<Box>[] getBoxes() {
        return boxes;
    }

    public int[][] getSizes() {
        return sizes;
    }

    public int weight() {
        return cache;
    }

    /** A nested value. */
    public record Box(long weight) {}
}
