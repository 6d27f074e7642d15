package dev.idem.processor;

/**
 * The way from a key part to the type being looked at.
 *
 * @param place where a problem with that type is shown
 * @param path the way in the user's words: {@code order.lines[].price}
 */
record KeyTrail(Place place, String path) {

    KeyTrail member(String name) {
        return new KeyTrail(place, path + "." + name);
    }

    /** A value that is this one, as one of its subtypes. */
    KeyTrail subtype(String name) {
        return new KeyTrail(place, path + "(" + name + ")");
    }

    KeyTrail element() {
        return new KeyTrail(place, path + "[]");
    }
}
